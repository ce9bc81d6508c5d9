"use client";

import { useEffect, useRef } from "react";
import { textAddress } from "./model/load";
import type { ReaderSession } from "./model/session";

/** How often somebody who reads is asked for, in milliseconds. */
const EVERY = 30_000;

/** The current version of a text, as its answer's tag names it; the text itself is not read. Null where it can't be asked. */
async function currentVersion(transcriptId: string): Promise<string | null> {
  try {
    const response = await fetch(textAddress(transcriptId));
    await response.body?.cancel();
    const tag = response.ok ? (response.headers.get("etag") ?? "") : "";
    return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(tag)?.[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * Notices that the text has a newer version: by asking now and then while the page is looked at, when one
 * comes back to it, and when the server's word on a coding is about another version. Calls back once what
 * the person did is saved, until the reader has gone on to the newer one.
 */
export function useNewerVersion(
  session: ReaderSession | null,
  onNewer: (session: ReaderSession) => void,
): void {
  const callback = useRef(onNewer);
  callback.current = onNewer;
  useEffect(() => {
    if (!session) return;
    let newer = false;
    let ended = false;
    const goOn = () => {
      if (newer && !ended && session.outbox.state.get().waiting === 0) callback.current(session);
    };
    const ask = async () => {
      if (document.visibilityState !== "visible" || !session.codingsReady.get()) return;
      const versionId = await currentVersion(session.frame.transcript.id);
      newer = versionId !== null && versionId !== session.document.versionId;
      goOn();
    };
    const askSoon = () => void ask();
    const timer = setInterval(askSoon, EVERY);
    const unsubscribe = [session.outbox.state.subscribe(goOn), session.elsewhere.subscribe(askSoon)];
    window.addEventListener("focus", askSoon);
    document.addEventListener("visibilitychange", askSoon);
    return () => {
      ended = true;
      clearInterval(timer);
      for (const stop of unsubscribe) stop();
      window.removeEventListener("focus", askSoon);
      document.removeEventListener("visibilitychange", askSoon);
    };
  }, [session]);
}
