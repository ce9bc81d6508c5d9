"use client";

import { useEffect, useState } from "react";
import { type LoadedText, loadVersion } from "./load-version";

/** One version of a text; null while it is fetched. `retry` fetches it anew. */
export function useVersion(transcriptId: string, versionId: string | null) {
  const [loaded, setLoaded] = useState<{ of: string | null; text: LoadedText } | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads anew.
  useEffect(() => {
    const abort = new AbortController();
    loadVersion(transcriptId, versionId, abort.signal).then(
      (text) => setLoaded({ of: versionId, text }),
      () => undefined,
    );
    return () => abort.abort();
  }, [transcriptId, versionId, attempt]);
  return {
    text: loaded && loaded.of === versionId ? loaded.text : null,
    retry: () => setAttempt((now) => now + 1),
  };
}
