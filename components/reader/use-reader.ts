"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { ErrorCode } from "@/lib/access/errors";
import type { ReaderFrame } from "./model/frame";
import { fetchCodings, loadText, readCodings } from "./model/load";
import { nextPaint } from "./model/next-paint";
import { createSession, type ReaderSession } from "./model/session";

export type Opening =
  | { state: "loading" }
  | { state: "failed"; code: ErrorCode }
  | { state: "open"; session: ReaderSession };

/** Opens the transcript: text and codings are fetched at once, and the text shown as soon as it is there. */
export function useReader(given: ReaderFrame): {
  opening: Opening;
  codingsFailed: boolean;
  retry: () => void;
} {
  const [opening, setOpening] = useState<Opening>({ state: "loading" });
  const [codingsFailed, setCodingsFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  // The page may be rendered anew around a reader at work; only another transcript is another visit.
  const [frame] = useState(given);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads anew.
  useEffect(() => {
    const abort = new AbortController();
    let stop = () => {};
    const open = async () => {
      const codings = fetchCodings(frame.transcript.id, abort.signal);
      // Awaited below; until then a failure must not count as unhandled.
      codings.catch(() => undefined);
      const text = await loadText(frame.transcript.id, abort.signal);
      if (!text.ok) return setOpening({ state: "failed", code: text.code });
      const session = createSession(frame, text.value);
      // The text is painted before the main thread is given to reading the codings.
      flushSync(() => setOpening({ state: "open", session }));
      await nextPaint();
      const body = await codings;
      if (abort.signal.aborted) return;
      const answer = readCodings(body);
      setCodingsFailed(!answer.ok);
      if (answer.ok) session.store.load(answer.value);
      stop = session.outbox.start();
      session.codingsReady.set(true);
    };
    open().catch((error: unknown) => {
      if (!abort.signal.aborted) throw error;
    });
    return () => {
      abort.abort();
      stop();
    };
  }, [frame, attempt]);
  return { opening, codingsFailed, retry: () => setAttempt((now) => now + 1) };
}
