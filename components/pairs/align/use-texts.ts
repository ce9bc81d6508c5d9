"use client";

import { useEffect, useState } from "react";
import { type Loaded, loadText } from "@/components/reader/model/load";
import type { PairTexts } from "./state";

/** Both texts of a pair; null while they are fetched. `retry` fetches them anew. */
export function useTexts(firstId: string, secondId: string) {
  const [texts, setTexts] = useState<Loaded<PairTexts> | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads anew.
  useEffect(() => {
    const abort = new AbortController();
    const load = async () => {
      const [first, second] = await Promise.all([
        loadText(firstId, abort.signal),
        loadText(secondId, abort.signal),
      ]);
      if (!first.ok) return setTexts(first);
      if (!second.ok) return setTexts(second);
      setTexts({ ok: true, value: { first: first.value, second: second.value } });
    };
    load().catch((error: unknown) => {
      if (!abort.signal.aborted) throw error;
    });
    return () => abort.abort();
  }, [firstId, secondId, attempt]);
  const retry = () => {
    setTexts(null);
    setAttempt((now) => now + 1);
  };
  return { texts, retry };
}
