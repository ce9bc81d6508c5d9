"use client";

import { useEffect } from "react";
import { keepRecent } from "@/lib/server/reading/actions";
import { useSession } from "../context";
import { usedLast } from "../model/commands";
import { atRest } from "./at-rest";
import { holdRecent, keptRecent } from "./kept-recent";

/**
 * Keeps which codes the person used last, for their next visit, to whichever transcript of the study. A page that is
 * closed takes with it what it was sending, so the browser holds them until the server says that it has them.
 */
export function useRecent(): void {
  const session = useSession();
  const { recent, frame } = session;
  useEffect(() => {
    if (!frame.mayCode) return;
    const [studyId, personId] = [frame.study.id, frame.me.id];
    let kept = recent.get();
    const keeper = atRest(() => {
      const codeIds = [...recent.get()];
      if (recent.get() === kept || codeIds.length === 0) return;
      kept = recent.get();
      keepRecent({ studyId, codeIds })
        .then(({ ok }) => {
          if (ok && String(keptRecent(studyId, personId)) === String(codeIds))
            holdRecent(studyId, personId, null);
        })
        // The browser has them for another time.
        .catch(() => undefined);
    });
    const stop = recent.subscribe(() => {
      holdRecent(studyId, personId, recent.get());
      keeper.later();
    });
    const left = keptRecent(studyId, personId).filter((id) => session.codes.has(id));
    if (left.length > 0) usedLast(session, left);
    return () => {
      stop();
      keeper.stop();
    };
  }, [session, recent, frame]);
}
