"use client";

import { useEffect, useMemo, useState } from "react";
import { loadText } from "@/components/reader/model/load";
import type { Place } from "../model/results";
import type { ReadText } from "./passages";

/** Texts asked for at once. */
const AT_ONCE = 4;

/** The texts of the transcripts that places are in, as they come; those that could not be read are counted. */
export function useTexts(places: readonly Place[]) {
  const ids = useMemo(() => [...new Set(places.map(({ transcript }) => transcript.id))], [places]);
  const [state, setState] = useState<{ of: readonly string[]; texts: Map<string, ReadText>; unread: number }>(
    {
      of: ids,
      texts: new Map(),
      unread: 0,
    },
  );
  useEffect(() => {
    const gone = new AbortController();
    const waiting = [...ids];
    const texts = new Map<string, ReadText>();
    let unread = 0;
    const worker = async () => {
      for (let id = waiting.shift(); id; id = waiting.shift()) {
        const answer = await loadText(id, gone.signal);
        if (gone.signal.aborted) return;
        if (answer.ok) {
          const { versionId, text, language } = answer.value;
          texts.set(id, { versionId, text, language });
        } else unread += 1;
        setState({ of: ids, texts: new Map(texts), unread });
      }
    };
    Promise.all(Array.from({ length: AT_ONCE }, worker)).catch((error: unknown) => {
      if (!gone.signal.aborted) throw error;
    });
    return () => gone.abort();
  }, [ids]);
  const { texts, unread } = state.of === ids ? state : { texts: new Map<string, ReadText>(), unread: 0 };
  return { texts, unread, read: texts.size + unread, of: ids.length };
}
