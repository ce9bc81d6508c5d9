"use client";

import { useEffect } from "react";
import { keepPlace } from "@/lib/server/reading/actions";
import { useSession } from "../context";
import { nextPaint } from "../model/next-paint";
import type { ReaderSession } from "../model/session";
import { useSignal } from "../model/signal";
import { atRest } from "./at-rest";

/** Comes back to where the person stopped, on whatever machine, and keeps where they are. */
export function usePlace(): void {
  const session = useSession();
  const { text } = useSignal(session.shown);
  useEffect(() => {
    const { place } = session.frame;
    // An address that names a place goes before, and so does somebody who has begun to read already.
    if (!place || place >= text.length || session.placed.get() || namesPlace()) return;
    session.placed.set(true);
    void nextPaint().then(() => {
      if (session.text.current?.read() === 0) session.text.current.show(place);
    });
  }, [session, text]);
  useEffect(() => keeping(session), [session]);
}

const namesPlace = () => /[?&#](segment|turn)=/.test(window.location.search + window.location.hash);

/** Keeps the place now and then while somebody reads, and when they leave. Answers how to stop. */
function keeping(session: ReaderSession): () => void {
  const scroller = document.querySelector<HTMLElement>("[data-reader-scroller]");
  let kept = session.frame.place ?? 0;
  let moved = false;
  const keeper = atRest(() => {
    const offset = session.text.current?.top();
    if (!moved || offset === undefined || offset === kept) return;
    [kept, moved] = [offset, false];
    const { frame, document: text } = session;
    // Where it can't be kept, the place before stands: nothing is lost by it.
    keepPlace({ transcriptId: frame.transcript.id, versionId: text.versionId, offset }).catch(
      () => undefined,
    );
  });
  const onScroll = () => {
    moved = true;
    keeper.later();
  };
  // What the page does by itself on opening is no reading.
  void nextPaint().then(() => scroller?.addEventListener("scroll", onScroll, { passive: true }));
  return () => {
    keeper.stop();
    scroller?.removeEventListener("scroll", onScroll);
  };
}
