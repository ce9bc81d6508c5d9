"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useDesk } from "@/components/memos/desk";
import { useSession } from "./context";
import type { ActName } from "./keys";
import { applyAgain, removeSegment, startSwap, stepSegment, target } from "./model/commands";
import { filterByCode } from "./model/filter-by-code";
import { openFind } from "./model/find";
import { nudge } from "./model/nudge";
import { goTo } from "./model/panes";
import { mergeOn, splitAtCaret } from "./model/reshape";
import { grow, shrink, stepSentence } from "./model/select";
import { type ReaderSession, say } from "./model/session";
import { stepHere, stepSameCode, stepSameCoder } from "./model/stepping";
import { redo, undo } from "./model/undo";
import { useInVivo } from "./use-in-vivo";

interface Act {
  label: string;
  run: () => void;
}

/** What can be done in the reader, in words: one list for the keys, the palette and the menus. */
export function useActs(): Readonly<Record<ActName, Act>> {
  const reader = useTranslations("reader.keys");
  const gestures = useTranslations("gestures.keys");
  const memos = useTranslations("memos.keys");
  const session = useSession();
  const desk = useDesk();
  const codeInVivo = useInVivo();
  return useMemo(() => {
    const act = (label: string, run: () => unknown): Act => ({ label, run: () => void run() });
    const pick = () => target(session) && session.picker.set(true);
    return {
      next: act(reader("next"), () => stepSegment(session, 1)),
      previous: act(reader("previous"), () => stepSegment(session, -1)),
      find: act(reader("find"), () => openFind(session)),
      text: act(reader("text"), () => goTo(session, "main")),
      segment: act(reader("segment"), () => goTo(session, "right")),
      clear: act(reader("clear"), () => clear(session)),
      memos: act(memos("here"), () => desk && openMemos(session, desk)),
      code: act(reader("code"), pick),
      undo: act(reader("undo"), () => undo(session)),
      redo: act(reader("redo"), () => redo(session)),
      remove: act(reader("remove"), () => removeSegment(session)),
      startLeft: act(reader("startLeft"), () => nudge(session, "start", -1)),
      startRight: act(reader("startRight"), () => nudge(session, "start", 1)),
      endLeft: act(reader("endLeft"), () => nudge(session, "end", -1)),
      endRight: act(reader("endRight"), () => nudge(session, "end", 1)),
      sentence: act(gestures("sentence"), () => stepSentence(session, 1)),
      sentenceBack: act(gestures("sentenceBack"), () => stepSentence(session, -1)),
      grow: act(gestures("grow"), () => grow(session)),
      shrink: act(gestures("shrink"), () => shrink(session)),
      here: act(gestures("here"), () => session.listing.set(true)),
      nextHere: act(gestures("nextHere"), () => stepHere(session, 1)),
      previousHere: act(gestures("previousHere"), () => stepHere(session, -1)),
      nextOfCode: act(gestures("nextOfCode"), () => stepSameCode(session, 1)),
      previousOfCode: act(gestures("previousOfCode"), () => stepSameCode(session, -1)),
      nextOfCoder: act(gestures("nextOfCoder"), () => stepSameCoder(session, 1)),
      previousOfCoder: act(gestures("previousOfCoder"), () => stepSameCoder(session, -1)),
      again: act(gestures("again"), () => applyAgain(session)),
      inVivo: act(gestures("inVivo"), codeInVivo),
      recode: act(gestures("recode"), () => startSwap(session, session.chosen.get())),
      split: act(gestures("split"), () => splitAtCaret(session)),
      merge: act(gestures("merge"), () => mergeOn(session)),
    };
  }, [reader, gestures, memos, session, desk, codeInVivo]);
}

/** Of the segment at hand, else of the transcript. */
function openMemos(session: ReaderSession, desk: NonNullable<ReturnType<typeof useDesk>>): void {
  const { id, title } = session.frame.transcript;
  const chosen = session.chosen.get();
  const target = chosen ? { about: "segment" as const, id: chosen } : { about: "transcript" as const, id };
  desk.open({ target, label: title, within: id });
}

function clear(session: ReaderSession): void {
  const held = session.chosen.get() !== null || session.selection.get() !== null;
  session.chosen.set(null);
  session.selection.set(null);
  const marked = document.getSelection();
  if (marked && marked.rangeCount > 0) marked.collapseToEnd();
  if (held) say(session, "cleared");
  else if (session.filter.get().codeIds) filterByCode(session, null);
}
