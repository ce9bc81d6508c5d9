import type { ReaderDocument } from "@/components/reader/model/document";
import {
  type AlignableTurn,
  alignTurns,
  beadsOfNumbers,
  joinAbove,
  type PairRow,
  type PairSide,
  rowsOfBeads,
  shiftSide,
  splitRow,
} from "@/lib/domain/transcript";

/** Both texts of a pair, the transcript that the page is of first. */
export interface PairTexts {
  first: ReaderDocument;
  second: ReaderDocument;
}

export interface Aligning {
  rows: PairRow[];
  /** The cell at hand. */
  at: { row: number; side: PairSide };
  /** The rows before each change, oldest first; and those before each step back. */
  done: PairRow[][];
  undone: PairRow[][];
  /** What the last step came to, for those who listen. */
  said: Said | null;
}

export type Change = "join" | "split" | "up" | "down" | "anew";
export type Said = { what: Change | "undo" | "redo" | "nothing" | "noNext"; turn: number };
export type Step =
  | { kind: Change }
  | { kind: "undo" | "redo" | "next" }
  | { kind: "go"; row: number; side: PairSide }
  /** Goes on from other rows, which can be undone. */
  | { kind: "take"; rows: PairRow[] };

/** The rows as they are stored. */
export function storedRows({ first, second }: PairTexts): PairRow[] {
  const numbers = (text: ReaderDocument) => text.turns.map(({ align }) => align);
  const beads = beadsOfNumbers(numbers(first), numbers(second));
  return rowsOfBeads(beads, first.turns.length, second.turns.length);
}

export function begin(rows: PairRow[]): Aligning {
  return { rows, at: { row: 0, side: "first" }, done: [], undone: [], said: null };
}

export function step(texts: PairTexts) {
  return (now: Aligning, { kind, ...rest }: Step): Aligning => {
    const say = (what: Said["what"]): Said => ({ what, turn: (now.said?.turn ?? 0) + 1 });
    if (kind === "go") {
      const { row, side } = rest as { row: number; side: PairSide };
      return { ...now, at: { row: clamp(row, now.rows), side } };
    }
    if (kind === "next") {
      const row = nextUnaligned(now.rows, now.at.row);
      return row === null ? { ...now, said: say("noNext") } : { ...now, at: { ...now.at, row } };
    }
    if (kind === "undo" || kind === "redo") {
      const [from, to] = kind === "undo" ? [now.done, now.undone] : [now.undone, now.done];
      const rows = from.at(-1);
      if (!rows) return { ...now, said: say("nothing") };
      const [left, other] = [from.slice(0, -1), [...to, now.rows]];
      const [done, undone] = kind === "undo" ? [left, other] : [other, left];
      return { rows, at: { ...now.at, row: clamp(now.at.row, rows) }, done, undone, said: say(kind) };
    }
    if (kind === "take") {
      const { rows } = rest as { rows: PairRow[] };
      const at = { ...now.at, row: clamp(now.at.row, rows) };
      return { ...now, rows, at, done: [...now.done, now.rows], undone: [] };
    }
    const rows = changed(texts, now, kind);
    if (sameRows(rows, now.rows)) return { ...now, said: say("nothing") };
    const row = clamp(kind === "join" || kind === "up" ? now.at.row - 1 : now.at.row, rows);
    const done = [...now.done, now.rows];
    return { rows, at: { ...now.at, row }, done, undone: [], said: say(kind) };
  };
}

function changed(texts: PairTexts, { rows, at: { row, side } }: Aligning, kind: Change): PairRow[] {
  switch (kind) {
    case "join":
      return joinAbove(rows, row);
    case "split":
      return splitRow(rows, row);
    case "up":
      return shiftSide(rows, row, side, -1);
    case "down":
      return shiftSide(rows, row, side, 1);
    case "anew": {
      const [first, second] = [texts.first.turns, texts.second.turns];
      const beads = alignTurns(first.map(alignable(texts.first)), second.map(alignable(texts.second)));
      return rowsOfBeads(beads, first.length, second.length);
    }
  }
}

/** What a turn is aligned by, as far as a reader's text tells it. */
function alignable({ passages }: ReaderDocument) {
  const questions = new Map(passages.map(({ start, questionKey }) => [start, questionKey]));
  return ({ start, bodyStart, end, speaker, atMs }: ReaderDocument["turns"][number]): AlignableTurn => ({
    role: speaker?.role ?? null,
    speaker: speaker && String(speaker.intervieweeNumber ?? speaker.label),
    length: end - bodyStart,
    atMs,
    question: questions.get(start) ?? null,
  });
}

const isUnaligned = ({ first, second }: PairRow) => first === 0 || second === 0;

/** The next row after this one, from the end on from the beginning, in which a side is empty. */
function nextUnaligned(rows: readonly PairRow[], from: number): number | null {
  const after = rows.findIndex((row, index) => index > from && isUnaligned(row));
  const found = after >= 0 ? after : rows.findIndex(isUnaligned);
  return found >= 0 ? found : null;
}

const clamp = (row: number, rows: readonly PairRow[]) => Math.max(0, Math.min(rows.length - 1, row));

export const sameRows = (a: readonly PairRow[], b: readonly PairRow[]) =>
  a.length === b.length &&
  a.every(({ first, second }, index) => first === b[index]?.first && second === b[index]?.second);
