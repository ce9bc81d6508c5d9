"use client";

import { useCallback, useEffect, useState } from "react";
import { type PassageRow, TranscriptPassages } from "@/lib/schemas/passages";

export type PassagesState =
  | { state: "loading" }
  | { state: "failed" }
  | { state: "ready"; value: TranscriptPassages };

/** The guide beside a transcript, fetched once it is wanted. `put` takes in what a change came to. */
export function usePassages(transcriptId: string, wanted: boolean) {
  const [now, setNow] = useState<PassagesState>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads anew.
  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();
    fetchPassages(transcriptId, abort.signal).then(
      (value) => setNow(value ? { state: "ready", value } : { state: "failed" }),
      // Left before it came: there is nobody to show it to.
      () => undefined,
    );
    return () => abort.abort();
  }, [transcriptId, wanted, attempt]);
  const put = useCallback(
    (passages: PassageRow[]) =>
      setNow((before) =>
        before.state === "ready" ? { state: "ready", value: { ...before.value, passages } } : before,
      ),
    [],
  );
  const retry = () => {
    setNow({ state: "loading" });
    setAttempt((last) => last + 1);
  };
  return { now, put, retry };
}

/** Null where they cannot be had. Throws only when aborted. */
async function fetchPassages(transcriptId: string, signal: AbortSignal): Promise<TranscriptPassages | null> {
  try {
    const response = await fetch(`/api/transcripts/${transcriptId}/passages`, { signal });
    return response.ok ? TranscriptPassages.parse(await response.json()) : null;
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}
