"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** Whether the other half stands beside the transcript: kept in the address, so that it can be sent and found again. */
export function useBeside(): { beside: boolean; setBeside: (beside: boolean) => void } {
  const beside = useSearchParams().has("beside");
  const setBeside = useCallback((wanted: boolean) => {
    const address = new URL(window.location.href);
    if (wanted) address.searchParams.set("beside", "");
    else address.searchParams.delete("beside");
    // The page's own parts follow the address; nothing is fetched anew.
    window.history.replaceState(null, "", address);
  }, []);
  return { beside, setBeside };
}
