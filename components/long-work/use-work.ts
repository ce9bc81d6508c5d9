"use client";

import { useEffect, useState } from "react";
import { WorkState } from "@/lib/schemas/work";

/** How often one asks, and how soon again after no answer, in milliseconds. */
const EVERY = 400;
const AFTER_FAILURE = 2_000;

const addressOf = (studyId: string) => `/api/studies/${studyId}/long-work`;

/** One's own work that is under way in the study, asked for again and again while it is `on`; null before the first answer. */
export function useWork(studyId: string, on: boolean, followed: readonly string[] = []): WorkState | null {
  const [state, setState] = useState<WorkState | null>(null);
  const ids = followed.join(",");
  useEffect(() => {
    if (!on) return;
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      let next = EVERY;
      try {
        const address = `${addressOf(studyId)}${ids && `?followed=${ids}`}`;
        const response = await fetch(address, { signal: gone.signal });
        if (!response.ok) throw new Error(`the work answered ${response.status}`);
        const known = WorkState.parse(await response.json());
        if (!gone.signal.aborted) setState(known);
      } catch {
        next = AFTER_FAILURE;
      }
      if (!gone.signal.aborted) timer = setTimeout(() => void ask(), next);
    };
    void ask();
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [studyId, on, ids]);
  return state;
}

/** Asks work to stop; false where that could not be said. */
export async function stopWork(studyId: string, id: string): Promise<boolean> {
  try {
    return (await fetch(`${addressOf(studyId)}/${id}`, { method: "DELETE", keepalive: true })).ok;
  } catch {
    return false;
  }
}
