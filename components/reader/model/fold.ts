import { overlaps, type Range } from "@/lib/domain/segment";
import type { ReaderDocument, Row } from "./document";
import { passes, type ReaderSession } from "./session";

/** Which paragraphs are read. Null: whatever they are. */
export interface ReadingFilter {
  coded: "coded" | "uncoded" | null;
  /** A speaker's label. */
  speaker: string | null;
  /** A question's key. */
  question: string | null;
}

export const READ_ALL: ReadingFilter = { coded: null, speaker: null, question: null };

/** Paragraphs that are folded away, by number. Offsets stay what they are. */
export interface Fold {
  hidden: readonly boolean[];
  /** How many are hidden together, by the first of them: there stands the line that says so. */
  runs: ReadonlyMap<number, number>;
  count: number;
}

function foldOf(hidden: readonly boolean[]): Fold | null {
  const runs = new Map<number, number>();
  let first = -1;
  hidden.forEach((away, index) => {
    if (!away) first = -1;
    else if (first < 0) first = index;
    if (away) runs.set(first, (runs.get(first) ?? 0) + 1);
  });
  const count = [...runs.values()].reduce((sum, each) => sum + each, 0);
  return count > 0 ? { hidden, runs, count } : null;
}

/**
 * What is folded away so that only what the person wants to read is left; null where that is nothing. It is found
 * once: a paragraph that is coded while one reads the uncoded ones must not vanish from under the hand.
 */
export function foldFor(session: ReaderSession, wanted: ReadingFilter): Fold | null {
  const { document, store } = session;
  const codings = session.filter.get();
  const ranges = wanted.question === null ? null : rangesOf(document, wanted.question);
  const isCoded = ({ index }: Row) => store.inRow(index).some((segment) => passes(codings, segment));
  return foldOf(
    document.rows.map((row) => {
      if (wanted.coded !== null && isCoded(row) !== (wanted.coded === "coded")) return true;
      if (wanted.speaker !== null && row.turn?.speaker?.label !== wanted.speaker) return true;
      return ranges !== null && !ranges.some((range) => overlaps(range, row));
    }),
  );
}

function rangesOf({ passages }: ReaderDocument, question: string): Range[] {
  return passages.filter(({ questionKey }) => questionKey === question);
}

/** The first of the paragraphs that are hidden together with this one; -1 where it is shown. */
export function runOf(fold: Fold | null, index: number): number {
  if (!fold?.hidden[index]) return -1;
  let first = index;
  while (first > 0 && fold.hidden[first - 1]) first -= 1;
  return first;
}

/** Shows a paragraph with all that are hidden together with it. */
export function unfolded(fold: Fold | null, index: number): Fold | null {
  const first = runOf(fold, index);
  const count = fold?.runs.get(first) ?? 0;
  if (!fold || count === 0) return fold;
  return foldOf(fold.hidden.map((away, each) => away && (each < first || each >= first + count)));
}

/** Everybody who speaks in a text, in the order in which they do. */
export function speakersOf({ turns }: ReaderDocument): string[] {
  return [...new Set(turns.flatMap(({ speaker }) => speaker?.label ?? []))];
}

/** The questions that passages of a text answer, in the order of the text. */
export function questionsOf({ passages }: ReaderDocument): { key: string; text: string }[] {
  const byKey = new Map(passages.map((passage) => [passage.questionKey, passage.questionText]));
  return [...byKey].map(([key, text]) => ({ key, text }));
}
