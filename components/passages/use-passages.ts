"use client";

import { useEffect, useState } from "react";
import type { ReaderSession } from "@/components/reader/model/session";
import { useSignal } from "@/components/ui/signal";
import { fetchPassages } from "./fetch";

/** The guide beside a transcript, fetched once it is wanted. */
export function usePassages(session: ReaderSession, wanted: boolean) {
  const now = useSignal(session.passages.state);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads anew.
  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();
    // Left before it came: there is nobody to show it to.
    fetchPassages(session, abort.signal).catch(() => undefined);
    return () => abort.abort();
  }, [session, wanted, attempt]);
  const retry = () => {
    session.passages.state.set({ state: "loading" });
    setAttempt((last) => last + 1);
  };
  return { now, retry };
}
