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
  return rebaser(edits).rebase(range);
}

/** Moves many ranges through the same edits: each in O(log edits). */
export interface Rebaser {
  /** See `rebase`. */
  rebase(range: Range): RebaseResult;
  /**
   * Where a range lies that takes in whole what it has a part of: an edit that reaches into it, or an
   * insertion inside it, belongs to it with all that it inserts; what only touches its borders does not.
   * Empty where all of its words are deleted.
   */
  around(range: Range): Range;
  /** How many code units of the range are in no edit. */
  kept(range: Range): number;
}

/** Throws a RangeError if the edits are not sorted and disjoint. */
export function rebaser(edits: readonly Edit[]): Rebaser {
  assertOrdered(edits);
  // shifts[n] and removed[n]: by how much the first n edits move what follows, and what they take away.
  const shifts = [0];
  const removed = [0];
  for (const edit of edits) {
    const gone = edit.end - edit.start;
    shifts.push((shifts.at(-1) as number) + insertedLength(edit) - gone);
    removed.push((removed.at(-1) as number) + gone);
  }
  const shift = (count: number) => shifts[count] as number;
  /** How many edits end at or before the start, and how many begin before the end: those between reach in. */
  const reaching = ({ start, end }: Range) => ({
    first: lowest(edits.length, (index) => (edits[index] as Edit).end > start),
    last: lowest(edits.length, (index) => (edits[index] as Edit).start >= end),
  });
  return {
    rebase(range) {
      const { first, last } = reaching(range);
      if (first < last) {
        const edit = edits[first] as Edit;
        const whole = edit.start <= range.start && edit.end >= range.end;
        return { ok: false, reason: whole ? "deleted" : "changed" };
      }
      return { ok: true, range: { start: range.start + shift(first), end: range.end + shift(first) } };
    },
    around(range) {
      const { first, last } = reaching(range);
      if (first >= last) return { start: range.start + shift(first), end: range.end + shift(first) };
      return {
        start: Math.min(range.start, (edits[first] as Edit).start) + shift(first),
        end: Math.max(range.end, (edits[last - 1] as Edit).end) + shift(last),
      };
    },
    kept(range) {
      const { first, last } = reaching(range);
      if (first >= last) return range.end - range.start;
      const before = Math.max(0, range.start - (edits[first] as Edit).start);
      const behind = Math.max(0, (edits[last - 1] as Edit).end - range.end);
      const gone = (removed[last] as number) - (removed[first] as number) - before - behind;
      return range.end - range.start - gone;
    },
  };
}

/** The first index below `count` of which `holds` is true, or `count`; `holds` turns true once and stays so. */
function lowest(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
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
