"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ErrorCode } from "@/lib/access/errors";
import { buildDocument, type ShownText } from "./model/document";
import { findAgain } from "./model/find";
import type { ReaderFrame } from "./model/frame";
import { goOn } from "./model/go-on";
import { fetchCodings, loadText, readCodings } from "./model/load";
import { fetchInView, loadCodings, takeInView } from "./model/load-codings";
import { nextPaint } from "./model/next-paint";
import { createSession, type ReaderSession, takeWhole } from "./model/session";
import { useLiveSession } from "./use-live-session";
import { useNewerVersion } from "./use-newer-version";

export type Opening =
  | { state: "loading" }
  | { state: "failed"; code: ErrorCode }
  | { state: "open"; session: ReaderSession };

/**
 * Opens the transcript. Text and codings are fetched at once. Where the page brought the beginning of the
 * text, that is read and coded from the first moment, and the whole takes its place; else the text is shown
 * as soon as it is there.
 */
export function useReader(
  given: ReaderFrame,
  beginning: ShownText | null,
  /** Called when the reader has gone on to a newer version of the text. */
  onRenewed: () => void,
): {
  opening: Opening;
  codingsFailed: boolean;
  retry: () => void;
} {
  // The page may be rendered anew around a reader at work; only another transcript is another visit.
  const [frame] = useState(given);
  const [early] = useState(() => beginning && createSession(given, buildDocument(beginning)));
  const [opening, setOpening] = useState<Opening>(
    early ? { state: "open", session: early } : { state: "loading" },
  );
  const [codingsFailed, setCodingsFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const stop = useRef(() => {});
  const visit = useRef<AbortController | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    visit.current = abort;
    const open = async () => {
      const codings = fetchCodings(frame.transcript.id, abort.signal);
      const inView = fetchInView(frame, codings, abort.signal);
      // Awaited below; until then a failure must not count as unhandled.
      for (const answer of [codings, inView]) answer.catch(() => undefined);
      // They may be there before the whole text is.
      if (early && attempt === 0)
        inView.then(
          (answer) => takeInView(early, answer, abort.signal),
          () => undefined,
        );
      const text = await loadText(frame.transcript.id, abort.signal);
      if (abort.signal.aborted) return;
      if (!text.ok) return setOpening({ state: "failed", code: text.code });
      // A further attempt begins anew, as a visit of its own.
      const session =
        attempt === 0 && early && takeWhole(early, text.value) ? early : createSession(frame, text.value);
      if (session !== early) {
        // The text is painted before the main thread is given to reading the codings.
        flushSync(() => setOpening({ state: "open", session }));
        await nextPaint();
      }
      findAgain(session);
      takeInView(session, await inView, abort.signal);
      const body = await codings;
      const offset = session.text.current?.top() ?? 0;
      const answer = await loadCodings(session, body, offset, abort.signal);
      if (abort.signal.aborted) return;
      const corrected = !answer.ok && answer.code === "stale";
      setCodingsFailed(!answer.ok && !corrected);
      stop.current = session.outbox.start();
      session.codingsReady.set(true);
      // They come with the newer text.
      if (corrected) session.elsewhere.update((count) => count + 1);
    };
    open().catch((error: unknown) => {
      if (!abort.signal.aborted) throw error;
    });
    return () => {
      abort.abort();
      stop.current();
      stop.current = () => {};
    };
  }, [frame, early, attempt]);

  const renew = useCallback(
    async (from: ReaderSession) => {
      const signal = visit.current?.signal ?? AbortSignal.abort();
      const { id } = frame.transcript;
      const [text, codings] = await Promise.all([
        loadText(id, signal),
        fetchCodings(id, signal).then(readCodings),
      ]).catch((error: unknown) => {
        if (signal.aborted) return [];
        throw error;
      });
      if (signal.aborted || !text || !codings) return;
      // Corrected once more between the two, or work came in meanwhile: it is asked again soon.
      if (!text.ok || !codings.ok || codings.value.versionId !== text.value.versionId) return;
      if (from.outbox.state.get().waiting > 0 || from.document.versionId === text.value.versionId) return;
      const session = createSession(frame, text.value, from.player);
      session.store.load(codings.value);
      const where = goOn(from, session);
      stop.current();
      flushSync(() =>
        setOpening((now) =>
          now.state === "open" && now.session === from ? { state: "open", session } : now,
        ),
      );
      session.outbox.saveSteps();
      stop.current = session.outbox.start();
      session.codingsReady.set(true);
      onRenewed();
      session.text.current?.show(where.top, where.above);
      // The paragraphs come with the next rendering. That the former ones went took what was selected there.
      await nextPaint();
      if (signal.aborted || session.text.current === null || session.selection.get()) return;
      session.selection.set(where.selection);
      if (!where.caret) return;
      session.text.current.focus(where.caret);
      // The caret may have been out of view, and stays so.
      session.text.current.show(where.top, where.above);
    },
    [frame, onRenewed],
  );
  const session = opening.state === "open" ? opening.session : null;
  useNewerVersion(session, renew);
  useLiveSession(frame, session);
  return { opening, codingsFailed, retry: () => setAttempt((now) => now + 1) };
}
