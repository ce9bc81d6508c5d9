"use client";

import { useEffect } from "react";
import { keepRecent } from "@/lib/server/reading/actions";
import { useSession } from "../context";
import { atRest } from "./at-rest";

/** Keeps which codes the person used last, for their next visit, to whichever transcript of the study. */
export function useRecent(): void {
  const { recent, frame } = useSession();
  useEffect(() => {
    if (!frame.mayCode) return;
    let kept = recent.get();
    const keeper = atRest(() => {
      const codeIds = [...recent.get()];
      if (recent.get() === kept || codeIds.length === 0) return;
      kept = recent.get();
      // Where it can't be kept, the order before stands: nothing is lost by it.
      keepRecent({ studyId: frame.study.id, codeIds }).catch(() => undefined);
    });
    const stop = recent.subscribe(keeper.later);
    return () => {
      stop();
      keeper.stop();
    };
  }, [recent, frame]);
}
