"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type Looked, type SearchCounts, SearchPage } from "@/lib/schemas/search";
import { searchAddress } from "./model/address";
import { ask, type Failure, failureOf } from "./model/ask";
import { type Place, placesOf } from "./model/results";

interface State {
  query: string;
  places: Place[];
  /** Undefined until the first page is here. */
  next: string | null | undefined;
  counts: SearchCounts | null;
  looked: Looked;
  preparing: number;
  failure: Failure | null;
}

const none = (query: string): State => ({
  query,
  places: [],
  next: undefined,
  counts: null,
  looked: { texts: 0, of: 0 },
  preparing: 0,
  failure: null,
});

/** How soon a search is asked again while texts are made ready for it, in milliseconds. */
const AGAIN = 2_000;
/** Most places that can be fetched and chosen at once. */
export const MOST_PLACES = 5_000;
const WHOLE_PAGE = "1000";

/** What a search finds, page by page, and how much it is; asked anew whenever the address says something else. */
export function useResults(studyId: string, query: string) {
  const [state, setState] = useState(() => none(query));
  const current = state.query === query ? state : none(query);
  const running = useRef<AbortController | null>(null);

  const load = useCallback(
    async (after: string | null | undefined, limit?: string): Promise<SearchPage | null> => {
      running.current?.abort();
      const gone = new AbortController();
      running.current = gone;
      try {
        const asked = new URLSearchParams(query);
        if (after) asked.set("after", after);
        if (limit) asked.set("limit", limit);
        const page = SearchPage.parse(await ask(searchAddress(studyId, asked), gone.signal));
        setState((before) => {
          const same = after && before.query === query ? before : none(query);
          return {
            query,
            places: [...same.places, ...placesOf(page)],
            next: page.next,
            counts: page.counts ?? same.counts,
            looked: page.looked,
            preparing: page.preparing,
            failure: null,
          };
        });
        return page;
      } catch (error) {
        if (gone.signal.aborted) return null;
        const failure = failureOf(error);
        setState((before) => ({ ...(before.query === query ? before : none(query)), failure }));
        return null;
      } finally {
        if (running.current === gone) running.current = null;
      }
    },
    [studyId, query],
  );

  const asks = new URLSearchParams(query).get("q") !== null;
  const fresh = asks && current.next === undefined && current.failure === null;
  useEffect(() => {
    if (fresh) void load(undefined);
    return () => running.current?.abort();
  }, [fresh, load]);

  // The search that was stopped by hand, before it had looked through all texts.
  const [stopped, setStopped] = useState<string | null>(null);
  const halted = stopped === query;
  const more = useCallback(() => {
    if (!running.current && !halted && current.failure === null && current.next) void load(current.next);
  }, [halted, current.failure, current.next, load]);
  // A page may have come back empty before the end: the search goes on by itself.
  const goesOn = current.places.length === 0 && !!current.next;
  useEffect(() => {
    if (goesOn) more();
  }, [goesOn, more]);

  const stop = useCallback(() => {
    setStopped(query);
    running.current?.abort();
    running.current = null;
  }, [query]);
  const goOn = useCallback(() => setStopped(null), []);

  const { preparing } = current;
  useEffect(() => {
    if (preparing === 0) return;
    // What is there stays until what there is then comes.
    const timer = setTimeout(() => void load(undefined), AGAIN);
    return () => clearTimeout(timer);
  }, [preparing, load]);

  /** Fetches the pages that are left, up to the most that can be chosen. Answers all places; null where it could not. */
  const rest = useCallback(async (): Promise<Place[] | null> => {
    const places = [...current.places];
    let { next } = current;
    while (next && places.length < MOST_PLACES) {
      const page = await load(next, WHOLE_PAGE);
      if (!page) return null;
      places.push(...placesOf(page));
      next = page.next;
    }
    return places;
  }, [current, load]);

  const retry = useCallback(() => void load(current.next ?? undefined), [current.next, load]);
  return { ...current, more, rest, retry, halted, stop, goOn };
}
