"use client";

import { useEffect, useRef } from "react";
import { useLive, usePlace } from "@/components/live/context";
import { readAgain } from "@/components/live/read-again";
import type { LiveEvent } from "@/lib/schemas/live";
import { abandoned, asReading, CodingsAgain } from "./model/codings-again";
import type { ReaderFrame } from "./model/frame";
import { keeping } from "./model/keeping";
import { loadCodes } from "./model/load";
import { type ReaderSession, takeCodebook } from "./model/session";
import { dropStep, hearStep } from "./model/steps-elsewhere";
import type { Heard } from "./model/store-terms";
import { watchPlace } from "./model/tell-elsewhere";
import { takeOwnSteps } from "./outbox/own-steps";

/** What is heard within so many milliseconds is shown at once. */
const GATHER = 30;

/**
 * Shows in the transcript what others do there while it is read: their codings, changes of the codebook,
 * and that there is a newer text. What is under the person's hand stays: selection, caret, place, words
 * half written, and what waits to be sent, which is laid over what is heard.
 */
export function useLiveSession(frame: ReaderFrame, session: ReaderSession | null): void {
  const { id: transcriptId } = frame.transcript;
  usePlace(transcriptId);
  const hearing = useRef<Hearing | null>(null);
  // Heard before the text or its codings are there: kept until they are.
  const early = useRef<LiveEvent[]>([]);
  const missed = useRef(false);
  useEffect(() => {
    if (!session) return;
    const made = new Hearing(session);
    const begin = () => {
      if (hearing.current === made || !session.codingsReady.get()) return;
      hearing.current = made;
      made.take(early.current.splice(0));
      if (missed.current) made.anew();
      missed.current = false;
    };
    begin();
    const unsubscribe = session.codingsReady.subscribe(begin);
    return () => {
      unsubscribe();
      made.stop();
      if (hearing.current === made) hearing.current = null;
    };
  }, [session]);
  const live = useLive({
    events(events) {
      const here = events.filter(
        (event) =>
          event.topic === "codebook" ||
          (event.source === 0 && event.transcriptId === transcriptId && event.erased !== true),
      );
      if (here.length === 0) return;
      if (hearing.current) hearing.current.take(here);
      else early.current.push(...here);
    },
    anew() {
      if (hearing.current) hearing.current.anew();
      else missed.current = true;
    },
  });
  // The page may have been made before something that was told while it was on its way.
  useEffect(() => {
    const { source, seq } = frame.asOf;
    if (!session || !live || live.reached(source) <= seq) return;
    const visit = new AbortController();
    void readCodebook(session, visit.signal);
    return () => visit.abort();
  }, [live, frame, session]);
}

async function readCodebook(session: ReaderSession, signal: AbortSignal): Promise<void> {
  const read = () => loadCodes(session.frame.study.id, signal).then(asReading, abandoned);
  const book = await readAgain(read, signal);
  if (book) keeping(session, () => takeCodebook(session, book.codes, book.revision));
}

/** What is heard for one visit to one version of a text. */
class Hearing {
  private heard: Heard[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly visit = new AbortController();
  private readonly codings: CodingsAgain;

  constructor(private readonly session: ReaderSession) {
    this.codings = new CodingsAgain(session, this.visit.signal);
  }

  take(events: readonly LiveEvent[]): void {
    for (const event of events) {
      const { topic, id, seq, actor, rows } = event;
      this.takeStep(event);
      if (topic === "codings" && id && actor && rows) this.heard.push({ id, seq, coder: actor, rows });
      else if (topic === "codings") void this.codings.read();
    }
    if (this.heard.length > 0) this.timer ??= setTimeout(() => this.show(), GATHER);
    if (events.some(({ topic }) => topic === "codebook")) void readCodebook(this.session, this.visit.signal);
    if (events.some(({ topic }) => topic === "text")) this.session.elsewhere.update((count) => count + 1);
  }

  /** Of the person's own steps they know in all their windows; another may take one of them back. */
  private takeStep({ step, undoes, actor }: LiveEvent): void {
    const { frame, outbox } = this.session;
    const theirs = actor && actor.id !== frame.me.id ? undoes : null;
    if (step ? hearStep(this.session, step) : theirs && dropStep(this.session, theirs)) outbox.saveSteps();
  }

  /** Events were missed that do not come again. */
  anew(): void {
    void this.codings.read();
    void takeOwnSteps(this.session, this.session.frame.transcript.id);
    void readCodebook(this.session, this.visit.signal);
    this.session.elsewhere.update((count) => count + 1);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.visit.abort();
  }

  private show(): void {
    this.timer = undefined;
    const { store, document } = this.session;
    const heard = this.heard.splice(0);
    const tell = watchPlace(this.session);
    keeping(this.session, () => store.hear(heard));
    tell();
    const moved = heard.some(({ rows }) =>
      rows.segments.some(({ versionId }) => versionId !== document.versionId),
    );
    if (moved) this.session.elsewhere.update((count) => count + 1);
  }
}
