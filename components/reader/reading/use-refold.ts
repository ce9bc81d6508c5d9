"use client";

import { useEffect } from "react";
import { useSession } from "../context";
import { foldFor } from "../model/fold";

/** Folds anew where other codings are shown and one reads by what is coded: that is how one reads by code, or by coder. */
export function useRefold(): void {
  const session = useSession();
  useEffect(
    () =>
      session.filter.subscribe(() => {
        const wanted = session.reading.get();
        if (wanted.coded !== null) session.fold.set(foldFor(session, wanted));
      }),
    [session],
  );
}
