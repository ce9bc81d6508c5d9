import { applyEdits, compareRanges, type Range, type Rebaser, rebaser } from "../segment";
import { difference, type TextEdit } from "./difference";
import { occurrences } from "./occurrences";

/** A pseudonym in a text: its half-open range there (UTF-16 code units), and the words that it stands for. */
export interface Redaction extends Range {
  readonly original: string;
}

/** A text with its pseudonyms, sorted and disjoint. */
export interface Redacted {
  readonly text: string;
  readonly redactions: readonly Redaction[];
}

/** Words of a text that a pseudonym is to stand for. */
export interface Mark extends Range {
  readonly pseudonym: string;
}

/** A text after pseudonyms were put in or taken back, with the edits that made it of the text before. */
export interface Rewritten extends Redacted {
  readonly edits: readonly TextEdit[];
}

/** The edits that put the original words back. */
export function revealing(redactions: readonly Redaction[]): TextEdit[] {
  return redactions.map(({ start, end, original }) => ({ start, end, insert: original }));
}

/** The text with the original words. */
export function revealed({ text, redactions }: Redacted): string {
  return applyEdits(text, revealing(redactions));
}

/** The edits that lead from the original words to the pseudonyms; they refer to the revealed text. */
export function hiding({ text, redactions }: Redacted): TextEdit[] {
  let shift = 0;
  return redactions.map(({ start, end, original }) => {
    const at = start + shift;
    shift += original.length - (end - start);
    return { start: at, end: at + original.length, insert: text.slice(start, end) };
  });
}

/** Moves ranges between a text with pseudonyms and the text with the original words; see `Rebaser.around`. */
export interface RedactionMaps {
  toOriginal: Rebaser;
  toRedacted: Rebaser;
}

/**
 * Both maps of a text with pseudonyms. A range that has a part in a pseudonym, or in the words behind it,
 * comes to hold it whole; any other range keeps its words there and back.
 */
export function redactionMaps(redacted: Redacted): RedactionMaps {
  return { toOriginal: rebaser(revealing(redacted.redactions)), toRedacted: rebaser(hiding(redacted)) };
}

/**
 * Puts pseudonyms for what is marked. A mark that has a part in a pseudonym takes it in, with the words
 * behind it; of marks that overlap, the first one's pseudonym stands for all. Empty marks are left out.
 */
export function hide(redacted: Redacted, marks: readonly Mark[]): Rewritten {
  const { text, redactions } = redacted;
  const sorted = marks.filter((mark) => mark.start < mark.end).toSorted(compareRanges);
  const taken = [...sorted, ...redactions.filter((each) => sorted.some((mark) => meets(mark, each)))];
  const places = groups(taken).map((place) => ({
    ...place,
    pseudonym: sorted.find((mark) => meets(mark, place))?.pseudonym ?? "",
    original: revealed(part(redacted, place)),
  }));
  const edits = places.map(({ start, end, pseudonym }) => ({ start, end, insert: pseudonym }));
  const { rebase, around } = rebaser(edits);
  const kept = redactions.flatMap((each) => {
    const moved = rebase(each);
    return moved.ok ? [{ ...moved.range, original: each.original }] : [];
  });
  const added = places.map((place) => ({ ...around(place), original: place.original }));
  return { text: applyEdits(text, edits), redactions: [...kept, ...added].sort(compareRanges), edits };
}

/** Puts back the words behind some of the pseudonyms, named by where they begin. */
export function unhide({ text, redactions }: Redacted, starts: ReadonlySet<number>): Rewritten {
  const edits = revealing(redactions.filter(({ start }) => starts.has(start)));
  const { around } = rebaser(edits);
  const kept = redactions.filter(({ start }) => !starts.has(start));
  return {
    text: applyEdits(text, edits),
    redactions: kept.map((each) => ({ ...around(each), original: each.original })),
    edits,
  };
}

/** The pseudonyms of a text in a correction of it: those that are still there, changed or not. */
export function carriedRedactions(from: Redacted, after: string): Redaction[] {
  if (from.redactions.length === 0) return [];
  const { around, kept } = rebaser(difference(from.text, after));
  const carried: Redaction[] = [];
  for (const each of from.redactions) {
    const range = around(each);
    const apart = range.start >= (carried.at(-1)?.end ?? 0);
    if (kept(each) > 0 && apart) carried.push({ ...range, original: each.original });
  }
  return carried;
}

/**
 * Hides in another text of the same talk what is hidden in this one: the same places, as far as they can
 * be told, and every other place where the same words stand. So an older version, or a new transcription,
 * brings no name back.
 */
export function hideAlike(from: Redacted, to: Redacted): Rewritten {
  if (from.redactions.length === 0) return { ...to, edits: [] };
  const plain = revealed(to);
  const names = new Map(
    from.redactions.map(({ start, end, original }) => [original, from.text.slice(start, end)]),
  );
  const { rebase } = rebaser(difference(revealed(from), plain));
  const marks = hiding(from).flatMap((place): Mark[] => {
    const moved = rebase(place);
    return moved.ok ? [{ ...moved.range, pseudonym: place.insert }] : [];
  });
  for (const [words, pseudonym] of names)
    for (const range of occurrences(plain, words)) marks.push({ ...range, pseudonym });
  const { toRedacted } = redactionMaps(to);
  // What is hidden there already stays under the pseudonym that it has there.
  const fresh = marks
    .map((mark) => ({ ...mark, ...toRedacted.around(mark) }))
    .filter((mark) => !to.redactions.some((each) => meets(each, mark)));
  return hide(to, fresh);
}

/** Words with a pseudonym for each of the names that stand in them, the longest name first. */
export function withoutNames(words: string, names: ReadonlyMap<string, string>): string {
  let now: Redacted = { text: words, redactions: [] };
  for (const [name, pseudonym] of [...names].sort(([a], [b]) => b.length - a.length)) {
    const marks = occurrences(now.text, name)
      .filter((range) => !now.redactions.some((each) => meets(each, range)))
      .map((range) => ({ ...range, pseudonym }));
    now = hide(now, marks);
  }
  return now.text;
}

const meets = (a: Range, b: Range) => Math.max(a.start, b.start) < Math.min(a.end, b.end);

/** Ranges that share code units, as one; those that only touch stay apart. */
function groups(ranges: readonly Range[]): Range[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort(compareRanges)) {
    const last = joined.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** A part of a text with the pseudonyms in it, as a text of its own. */
function part({ text, redactions }: Redacted, { start, end }: Range): Redacted {
  return {
    text: text.slice(start, end),
    redactions: redactions
      .filter((each) => each.start >= start && each.end <= end)
      .map((each) => ({ ...each, start: each.start - start, end: each.end - start })),
  };
}
