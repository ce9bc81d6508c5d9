import type { ReaderDocument } from "../model/document";
import { rowAt } from "../model/document";

export type Unit = "character" | "word" | "sentence" | "paragraph";
export type Direction = -1 | 1;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string, granularity: "grapheme" | "word" | "sentence"): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const known = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, known);
  return known;
}

/**
 * Where a caret at `offset` comes to stand when it moves by one unit. Never inside a grapheme; words
 * are left at their ends going forward and at their beginnings going back, as in text fields.
 */
export function move(document: ReaderDocument, offset: number, unit: Unit, direction: Direction): number {
  const target =
    unit === "paragraph"
      ? byParagraph(document, offset, direction)
      : within(document, offset, unit, direction);
  return Math.min(Math.max(target, 0), document.text.length);
}

function byParagraph(document: ReaderDocument, offset: number, direction: Direction): number {
  const row = rowAt(document, offset);
  if (!row) return 0;
  if (direction > 0) return row.end;
  return offset > row.start ? row.start : (document.rows[row.index - 1]?.start ?? 0);
}

function within(
  document: ReaderDocument,
  offset: number,
  unit: Exclude<Unit, "paragraph">,
  direction: Direction,
): number {
  const row = rowAt(document, direction < 0 ? Math.max(0, offset - 1) : offset);
  if (!row) return 0;
  const borders = bordersOf(row.text, document.language, unit);
  const inside = offset - row.start;
  const next =
    direction > 0
      ? borders.find((border) => (unit === "word" ? border.end : border.start) > inside)
      : borders.findLast((border) => border.start < inside);
  if (direction > 0) return row.start + (next ? (unit === "word" ? next.end : next.start) : row.text.length);
  return row.start + (next?.start ?? 0);
}

/** The units of a paragraph that count as stops: every grapheme and sentence, but only words that hold letters or digits. */
function bordersOf(text: string, language: string, unit: "character" | "word" | "sentence") {
  const granularity = unit === "character" ? "grapheme" : unit;
  const found: { start: number; end: number }[] = [];
  for (const { index, segment, isWordLike } of segmenter(language, granularity).segment(text)) {
    if (unit !== "word" || isWordLike) found.push({ start: index, end: index + segment.length });
  }
  return found;
}

/** The sentence around an offset, without the white space at its end. Half-open. */
export function sentenceAt(document: ReaderDocument, offset: number): { start: number; end: number } {
  const row = rowAt(document, offset);
  if (!row) return { start: 0, end: 0 };
  const inside = Math.min(offset - row.start, row.text.length - 1);
  const sentence = bordersOf(row.text, document.language, "sentence").findLast(
    (each) => each.start <= inside,
  );
  const start = row.start + (sentence?.start ?? 0);
  const words = document.text.slice(start, row.start + (sentence?.end ?? row.text.length)).trimEnd();
  return { start, end: start + words.length };
}

/** The word around an offset; where none is, the grapheme. Half-open. */
export function wordAt(document: ReaderDocument, offset: number): { start: number; end: number } {
  const row = rowAt(document, offset);
  if (!row) return { start: 0, end: 0 };
  const inside = offset - row.start;
  const holds = (each: { start: number; end: number }) => each.start <= inside && inside < each.end;
  const found =
    bordersOf(row.text, document.language, "word").find(holds) ??
    bordersOf(row.text, document.language, "character").find(holds);
  return found
    ? { start: row.start + found.start, end: row.start + found.end }
    : { start: offset, end: offset };
}
