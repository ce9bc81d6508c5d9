import type { Range } from "@/lib/domain/segment";
import { sentenceAt, wordAt } from "../text/caret";
import { type ReaderDocument, rowAt, trimmed, turnAt } from "./document";

/** Where speech is: an offset in a label is taken for the first word after it. */
export function spoken(document: ReaderDocument, offset: number): number {
  const turn = turnAt(document, offset);
  return turn ? Math.max(offset, Math.min(turn.bodyStart, turn.end)) : offset;
}

/** What a place of the text lies in: its word, sentence, paragraph and turn, innermost first, without labels and without white space at the ends. */
export function unitsAt(document: ReaderDocument, offset: number): Range[] {
  const { text } = document;
  const at = spoken(document, offset);
  const turn = turnAt(document, at);
  const units = [wordAt(document, at), sentenceAt(document, at), rowAt(document, at), turn];
  return units.flatMap((unit) => {
    const words = unit && trimmed(text, { start: Math.max(unit.start, turn?.bodyStart ?? 0), end: unit.end });
    return words && words.start <= at ? [words] : [];
  });
}

/** The next larger unit that holds a range: of several turns, all of each. Null where that is the range already. */
export function grown(document: ReaderDocument, given: Range): Range | null {
  const start = spoken(document, given.start);
  const range = { start, end: Math.max(given.end, start) };
  const larger = unitsAt(document, range.start).find((unit) => holds(unit, range) && !same(unit, given));
  if (larger) return larger;
  const first = turnAt(document, range.start);
  const last = turnAt(document, Math.max(range.start, range.end - 1));
  if (!first || !last) return null;
  const turns = trimmed(document.text, { start: first.bodyStart, end: last.end });
  return turns && holds(turns, range) && !same(turns, given) ? turns : null;
}

/** The largest unit at the beginning of a range that is smaller than it. Null where it is a word or less. */
export function shrunk(document: ReaderDocument, range: Range): Range | null {
  const smaller = unitsAt(document, range.start).findLast((unit) => holds(range, unit) && !same(unit, range));
  return smaller ?? null;
}

const holds = (outer: Range, inner: Range) => outer.start <= inner.start && inner.end <= outer.end;
const same = (a: Range, b: Range) => a.start === b.start && a.end === b.end;

/** The range with the sentence after it; of an empty one the sentence that it lies in. */
export function withNextSentence(document: ReaderDocument, { start, end }: Range): Range {
  if (start === end) {
    const at = spoken(document, start);
    const sentence = sentenceAt(document, at);
    return { start: Math.max(sentence.start, turnAt(document, at)?.bodyStart ?? 0), end: sentence.end };
  }
  let from = end;
  while (from < document.text.length && /\s/.test(document.text.charAt(from))) from += 1;
  return { start, end: Math.max(sentenceAt(document, from).end, end) };
}

/** The range without its last sentence, or what it has of it; a single sentence stays. */
export function withoutLastSentence(document: ReaderDocument, range: Range): Range {
  if (range.start === range.end) return range;
  const last = sentenceAt(document, range.end - 1);
  return trimmed(document.text, { start: range.start, end: Math.max(range.start, last.start) }) ?? range;
}
