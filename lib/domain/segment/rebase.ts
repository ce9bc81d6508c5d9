import type { Range } from "./range";

/**
 * One replacement: the half-open range [start, end) of the old text gives way to `insert`, which is the new
 * text or its length in UTF-16 code units. A list of edits is sorted by start and disjoint, and every
 * offset in it refers to the old text.
 */
export type Edit = { readonly start: number; readonly end: number; readonly insert: string | number };

/**
 * Where a range lies after edits, or why it cannot be told: `changed`, an edit reaches into it; `deleted`,
 * one edit replaces the whole of it.
 */
export type RebaseResult = { ok: true; range: Range } | { ok: false; reason: "changed" | "deleted" };

/**
 * Moves a non-empty range of the old text through `edits`. It is placed only if its own words are
 * untouched, so a placed range quotes the same words as before. What is inserted exactly at its start or
 * end stays outside of it. Throws a RangeError if the edits are not sorted and disjoint. O(edits).
 */
export function rebase(range: Range, edits: readonly Edit[]): RebaseResult {
  assertOrdered(edits);
  let shift = 0;
  for (const edit of edits) {
    if (edit.start >= range.end) break;
    if (edit.end > range.start) {
      const whole = edit.start <= range.start && edit.end >= range.end;
      return { ok: false, reason: whole ? "deleted" : "changed" };
    }
    shift += insertedLength(edit) - (edit.end - edit.start);
  }
  return { ok: true, range: { start: range.start + shift, end: range.end + shift } };
}

/** The new text that `edits` make of `text`. Throws a RangeError if they are unordered, beyond the text, or know only a length. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  assertOrdered(edits);
  const parts: string[] = [];
  let position = 0;
  for (const edit of edits) {
    if (typeof edit.insert === "number") throw new RangeError("an edit without its text cannot be applied");
    if (edit.end > text.length) throw new RangeError("an edit reaches beyond the text");
    parts.push(text.slice(position, edit.start), edit.insert);
    position = edit.end;
  }
  parts.push(text.slice(position));
  return parts.join("");
}

function insertedLength(edit: Edit): number {
  return typeof edit.insert === "number" ? edit.insert : edit.insert.length;
}

function assertOrdered(edits: readonly Edit[]): void {
  let position = 0;
  for (const edit of edits) {
    if (edit.start < position || edit.end < edit.start)
      throw new RangeError("edits must be sorted and disjoint");
    position = edit.end;
  }
}
