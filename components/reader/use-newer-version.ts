"use client";

import { useEffect, useRef } from "react";
import { textAddress } from "./model/load";
import { nextPaint } from "./model/next-paint";
import type { ReaderSession } from "./model/session";

/** How often somebody who reads is asked for, in milliseconds. */
const EVERY = 30_000;
/** What ends a drag of the pointer. */
const RELEASES = ["pointerup", "pointercancel"] as const;

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
 * Whether the person is in the middle of something that a newer text would take from under the hand: a
 * choice of codes, a dialog, or a drag of the pointer.
 */
function isBusy({ picker, naming }: ReaderSession, dragging: boolean): boolean {
  return picker.get() || naming.get() || dragging || document.querySelector("[data-modal]") !== null;
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
    let dragging = false;
    const goOn = () => {
      if (!newer || ended || session.outbox.state.get().waiting > 0) return;
      if (!isBusy(session, dragging)) callback.current(session);
    };
    const press = () => {
      dragging = true;
    };
    const release = () => {
      dragging = false;
      goOn();
    };
    const ask = async () => {
      if (document.visibilityState !== "visible" || !session.codingsReady.get()) return;
      const versionId = await currentVersion(session.frame.transcript.id);
      newer = versionId !== null && versionId !== session.document.versionId;
      goOn();
    };
    const askSoon = () => void ask();
    const timer = setInterval(askSoon, EVERY);
    // What was in hand is off the page only after the next rendering; a dialog gives the focus back last.
    const goOnSoon = () => void nextPaint().then(goOn);
    const unsubscribe = [
      session.outbox.state.subscribe(goOn),
      session.picker.subscribe(goOnSoon),
      session.naming.subscribe(goOnSoon),
      session.elsewhere.subscribe(askSoon),
    ];
    document.addEventListener("focusin", goOnSoon);
    document.addEventListener("pointerdown", press);
    for (const name of RELEASES) document.addEventListener(name, release);
    window.addEventListener("focus", askSoon);
    document.addEventListener("visibilitychange", askSoon);
    return () => {
      ended = true;
      clearInterval(timer);
      for (const stop of unsubscribe) stop();
      document.removeEventListener("focusin", goOnSoon);
      document.removeEventListener("pointerdown", press);
      for (const name of RELEASES) document.removeEventListener(name, release);
      window.removeEventListener("focus", askSoon);
      document.removeEventListener("visibilitychange", askSoon);
    };
  }, [session]);
}
