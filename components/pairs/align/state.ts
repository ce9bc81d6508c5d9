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
  /** The rows before each change, oldest first. */
  done: PairRow[][];
  /** What the last step came to, for those who listen. */
  said: Said | null;
}

export type Change = "join" | "split" | "up" | "down" | "anew";
export type Said = { what: Change | "undo" | "nothing" | "noNext"; turn: number };
export type Step = { kind: Change } | { kind: "undo" | "next" } | { kind: "go"; row: number; side: PairSide };

/** As it is stored. */
export function begin({ first, second }: PairTexts): Aligning {
  const numbers = (text: ReaderDocument) => text.turns.map(({ align }) => align);
  const beads = beadsOfNumbers(numbers(first), numbers(second));
  const rows = rowsOfBeads(beads, first.turns.length, second.turns.length);
  return { rows, at: { row: 0, side: "first" }, done: [], said: null };
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
    if (kind === "undo") {
      const rows = now.done.at(-1);
      if (!rows) return { ...now, said: say("nothing") };
      const at = { ...now.at, row: clamp(now.at.row, rows) };
      return { rows, at, done: now.done.slice(0, -1), said: say("undo") };
    }
    const rows = changed(texts, now, kind);
    if (sameRows(rows, now.rows)) return { ...now, said: say("nothing") };
    const row = clamp(kind === "join" || kind === "up" ? now.at.row - 1 : now.at.row, rows);
    return { rows, at: { ...now.at, row }, done: [...now.done, now.rows], said: say(kind) };
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

const sameRows = (a: readonly PairRow[], b: readonly PairRow[]) =>
  a.length === b.length &&
  a.every(({ first, second }, index) => first === b[index]?.first && second === b[index]?.second);
