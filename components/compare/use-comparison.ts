"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ComparePayload } from "@/lib/schemas/compare";

interface State {
  query: string;
  payload: ComparePayload;
  /** Whether rows are still missing. */
  whole: boolean;
}

/**
 * The matrix for a query of the server: at once where it has been here before, else the last one stays
 * until the new one comes; `query` is of the one that is here. Of a large one the page
 * brings the first rows, and the others follow. What could not be loaded is asked for again
 * by `retry`, and what has changed since by `renew`: the counts that are shown stay until the new ones come.
 */
export function useComparison(studyId: string, query: string, first: State) {
  const known = useRef(new Map(first.whole ? [[first.query, first.payload]] : []));
  const [state, setState] = useState(first);
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<{ query: string; attempt: number } | null>(null);

  useEffect(() => {
    const here = known.current.get(query);
    if (here) setState({ query, payload: here, whole: true });
    const gone = new AbortController();
    const load = async () => {
      const response = await fetch(`/api/studies/${studyId}/compare?${query}`, { signal: gone.signal });
      if (!response.ok) throw new Error(`the matrix answered ${response.status}`);
      const payload = ComparePayload.parse(await response.json());
      known.current.set(query, payload);
      setState({ query, payload, whole: true });
    };
    if (!here)
      load().catch(() => {
        if (!gone.signal.aborted) setFailure({ query, attempt });
      });
    return () => gone.abort();
  }, [studyId, query, attempt]);

  const failed = failure?.query === query && failure.attempt === attempt;
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  const renew = useCallback(() => {
    known.current.clear();
    retry();
  }, [retry]);
  return {
    payload: state.payload,
    query: state.query,
    busy: (state.query !== query || !state.whole) && !failed,
    failed,
    retry,
    renew,
  };
}
