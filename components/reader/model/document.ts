import { type Paragraph, splitParagraphs } from "@/lib/domain/text";
import type { TranscriptText } from "@/lib/schemas/transcripts";

export interface Speaker {
  label: string;
  role: "interviewer" | "interviewee" | "other";
  intervieweeNumber: number | null;
}

/** Half-open, in UTF-16 code units; the speech begins at `bodyStart`, after a label that stands in the text. */
export interface Turn {
  index: number;
  start: number;
  bodyStart: number;
  end: number;
  speaker: Speaker | null;
  atMs: number | null;
  align: number | null;
}

export interface Passage {
  index: number;
  start: number;
  end: number;
  questionKey: string;
  questionText: string;
  status: "answered" | "unanswered";
}

/** One paragraph with what stands beside it: the unit in which the text is shown. */
export interface Row extends Paragraph {
  index: number;
  turn: Turn | null;
  /** Whether the turn's first paragraph is this one, so that the speaker is named beside it. */
  opensTurn: boolean;
  /** The passages that begin here, each with its question above the paragraph. */
  questions: Passage[];
}

/** A transcript version as the reader holds it: immutable, with look-ups by offset. */
export interface ReaderDocument {
  versionId: string;
  language: string;
  text: string;
  rows: Row[];
  turns: Turn[];
  passages: Passage[];
  /** Where pseudonyms stand, in order. */
  redactions: readonly { start: number; end: number }[];
}

/** What the reader holds of a text: of all of it, or of its beginning. */
export type ShownText = Pick<
  TranscriptText,
  "versionId" | "language" | "text" | "turns" | "speakers" | "passages" | "redactions"
>;

export function buildDocument(payload: ShownText): ReaderDocument {
  const turns = payload.turns.map(([start, bodyStart, end, speaker, atMs, align], index): Turn => {
    const known = speaker === null ? undefined : payload.speakers[speaker];
    return { index, start, bodyStart, end, speaker: known ?? null, atMs, align };
  });
  const passages = payload.passages.map(
    ([start, end, questionKey, questionText, status], index): Passage => ({
      index,
      start,
      end,
      questionKey,
      questionText,
      status,
    }),
  );
  return {
    versionId: payload.versionId,
    language: payload.language,
    text: payload.text,
    rows: buildRows(splitParagraphs(payload.text), turns, passages),
    turns,
    passages,
    redactions: payload.redactions.map(([start, end]) => ({ start, end })),
  };
}

/** Joins paragraphs with the turns and passages that they open; all three are in order of start. */
export function buildRows(paragraphs: Paragraph[], turns: Turn[], passages: Passage[]): Row[] {
  const byStart = passages.toSorted((a, b) => a.start - b.start);
  let turn = 0;
  let passage = 0;
  return paragraphs.map((paragraph, index) => {
    while (turn < turns.length && (turns[turn] as Turn).end <= paragraph.start) turn += 1;
    const at = turns[turn];
    const inside = at !== undefined && at.start < paragraph.end;
    const questions: Passage[] = [];
    for (; passage < byStart.length && (byStart[passage] as Passage).start < paragraph.end; passage += 1) {
      questions.push(byStart[passage] as Passage);
    }
    return {
      ...paragraph,
      index,
      turn: inside ? at : null,
      opensTurn: inside && at.start >= paragraph.start,
      questions,
    };
  });
}

/** The last item that starts at or before `offset`, in a list ordered by start; -1 before the first. */
export function lastAtOrBefore(items: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as { start: number }).start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function rowAt(document: ReaderDocument, offset: number): Row | undefined {
  return document.rows[Math.max(0, lastAtOrBefore(document.rows, offset))];
}

export function turnAt(document: ReaderDocument, offset: number): Turn | null {
  const turn = document.turns[lastAtOrBefore(document.turns, offset)];
  return turn && offset < turn.end ? turn : null;
}

/** The passage that holds the offset; of several the one that began last. */
export function passageAt(document: ReaderDocument, offset: number): Passage | null {
  return document.passages.findLast((passage) => passage.start <= offset && offset < passage.end) ?? null;
}

/** A range without the white space at its ends; null if nothing else is in it. */
export function trimmed(text: string, range: { start: number; end: number }) {
  const words = text.slice(range.start, range.end);
  const start = range.start + (words.length - words.trimStart().length);
  const end = range.end - (words.length - words.trimEnd().length);
  return start < end ? { start, end } : null;
}
