"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { WaitingSegments } from "@/lib/schemas/excerpts";
import { excerptsAddress } from "./query";

export interface FirstWaiting {
  query: string;
  waiting: WaitingSegments;
}

/** What waits to be placed within a query. The last answer stays until the next one is here. */
export function useWaiting(studyId: string, query: string, first: FirstWaiting) {
  const [waiting, setWaiting] = useState(first.waiting);
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  const known = useRef(first.query);

  useEffect(() => {
    if (known.current === query) return;
    const gone = new AbortController();
    const load = async () => {
      const response = await fetch(excerptsAddress(studyId, query, "/waiting"), { signal: gone.signal });
      if (!response.ok) throw new Error(`what waits answered ${response.status}`);
      setWaiting(WaitingSegments.parse(await response.json()));
      known.current = query;
    };
    load().catch(() => {
      if (!gone.signal.aborted) setFailure(`${query} ${attempt}`);
    });
    return () => gone.abort();
  }, [studyId, query, attempt]);

  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { waiting, failed: failure === `${query} ${attempt}`, retry };
}
