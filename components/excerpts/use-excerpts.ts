"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type Excerpt, ExcerptPage } from "@/lib/schemas/excerpts";
import { excerptsAddress } from "./query";

interface State {
  query: string;
  rows: Excerpt[];
  /** Where to go on; null at the end, undefined before the first page is here. */
  next: string | null | undefined;
  failed: boolean;
}

const none = (query: string): State => ({ query, rows: [], next: undefined, failed: false });

/** The excerpts of a query, page by page as they are asked for. */
export function useExcerpts(studyId: string, query: string, first?: { query: string; page: ExcerptPage }) {
  const [state, setState] = useState<State>(() =>
    first?.query === query ? { ...none(query), ...first.page } : none(query),
  );
  const current = state.query === query ? state : none(query);
  const running = useRef<AbortController | null>(null);

  const load = useCallback(
    async (after: string | null | undefined) => {
      if (after === null) return;
      running.current?.abort();
      const gone = new AbortController();
      running.current = gone;
      try {
        const asked = new URLSearchParams(query);
        if (after) asked.set("after", after);
        const response = await fetch(excerptsAddress(studyId, asked), { signal: gone.signal });
        if (!response.ok) throw new Error(`the excerpts answered ${response.status}`);
        const page = ExcerptPage.parse(await response.json());
        setState((before) => ({
          query,
          rows: after && before.query === query ? [...before.rows, ...page.rows] : page.rows,
          next: page.next,
          failed: false,
        }));
      } catch {
        if (!gone.signal.aborted)
          setState((before) => ({ ...(before.query === query ? before : none(query)), failed: true }));
      } finally {
        if (running.current === gone) running.current = null;
      }
    },
    [studyId, query],
  );

  const fresh = current.next === undefined && !current.failed;
  useEffect(() => {
    if (fresh) void load(undefined);
    return () => running.current?.abort();
  }, [fresh, load]);

  const more = useCallback(() => {
    if (!running.current && !current.failed && current.next) void load(current.next);
  }, [current.failed, current.next, load]);
  const retry = useCallback(() => void load(current.next ?? undefined), [current.next, load]);
  return { ...current, more, retry };
}
