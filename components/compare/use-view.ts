"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import type { CompareView } from "@/lib/schemas/compare";
import { queryOf, viewOf } from "./model/view";

export type ChangeView = (change: Partial<CompareView>, how?: "push" | "replace") => void;

/**
 * How the matrix is looked at lives in the address, so that it can be shared and gone back from. The
 * address changes without asking the server for the page: the matrix asks for what it lacks itself.
 */
export function useView(): [CompareView, ChangeView] {
  const parameters = useSearchParams();
  const pathname = usePathname();
  const view = useMemo(() => viewOf(Object.fromEntries(parameters)), [parameters]);
  const change = useCallback<ChangeView>(
    (part, how = "push") => {
      const now = viewOf(Object.fromEntries(new URLSearchParams(window.location.search)));
      const query = queryOf({ ...now, ...part });
      const address = query ? `${pathname}?${query}` : pathname;
      if (how === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    [pathname],
  );
  return [view, change];
}
