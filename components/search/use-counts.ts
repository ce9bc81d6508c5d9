"use client";

import { useEffect, useState } from "react";
import { SearchCounts } from "@/lib/schemas/search";
import { searchAddress } from "./model/address";
import { ask } from "./model/ask";
import { added } from "./model/counts";

interface Answer {
  query: string;
  counts: SearchCounts | null;
  failed: boolean;
}

/**
 * The counts of a search, where its first page could not tell them: step by step, so that they grow until all texts
 * are counted. Counting ends when it is stopped, or when something else is searched for.
 */
export function useCounts(studyId: string, query: string, known: SearchCounts | null, wanted: boolean) {
  const [answer, setAnswer] = useState<Answer>({ query, counts: null, failed: false });
  const [stopped, setStopped] = useState<string | null>(null);
  const own = answer.query === query ? answer : { query, counts: null, failed: false };
  const halted = stopped === query;
  const asks = wanted && known === null && !halted && !own.failed && own.counts?.next !== null;
  const after = own.counts?.next;
  useEffect(() => {
    if (!asks) return;
    const gone = new AbortController();
    const asked = new URLSearchParams(query);
    if (after) asked.set("after", after);
    ask(searchAddress(studyId, asked, "/counts"), gone.signal)
      .then((step) => {
        const counts = SearchCounts.parse(step);
        if (gone.signal.aborted) return;
        setAnswer((before) => ({
          query,
          counts: added(after && before.query === query ? before.counts : null, counts),
          failed: false,
        }));
      })
      .catch(() => {
        if (!gone.signal.aborted)
          setAnswer((before) => ({
            query,
            counts: before.query === query ? before.counts : null,
            failed: true,
          }));
      });
    return () => gone.abort();
  }, [studyId, query, after, asks]);
  return {
    counts: known ?? own.counts,
    failed: known === null && own.failed,
    halted,
    stop: () => setStopped(query),
    goOn: () => {
      setStopped(null);
      setAnswer({ ...own, failed: false });
    },
  };
}
