import { compare } from "./compare";
import type { Hunk } from "./shortest";

/** Part of a merged list: what one side changed, or nobody; or what both changed, each in its own way. */
export type Merged<T> = { ok: true; items: T[] } | { ok: false; mine: T[]; theirs: T[] };

const WORK = 4_000_000;

/**
 * Lays two changes of one list over each other: what only one side changed is taken from it, what both
 * changed alike is taken once, and what they changed differently is answered apart, in its place. Items
 * are the same where `keyOf` says the same of them. Changes that touch count as one place, since nobody
 * can say which comes first, unless neither adds nor takes away an item there: then item goes by item (S. Khanna, K. Kunal, B. Pierce 2007, "A formal investigation of diff3").
 */
export function mergeLists<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  keyOf: (item: T) => string,
): Merged<T>[] {
  const numbers = new Map<string, number>();
  const numbered = (items: readonly T[]) =>
    Int32Array.from(items, (item) => {
      const key = keyOf(item);
      const known = numbers.get(key) ?? numbers.size;
      numbers.set(key, known);
      return known;
    });
  const [a, b, c] = [numbered(base), numbered(mine), numbered(theirs)];
  const changes = [
    ...compare(a, b, { left: WORK }).map((hunk) => ({ ...hunk, by: "mine" as const })),
    ...compare(a, c, { left: WORK }).map((hunk) => ({ ...hunk, by: "theirs" as const })),
  ].sort((one, other) => one.start - other.start || one.end - other.end);
  const merged: Merged<T>[] = [];
  let at = 0;
  for (let index = 0; index < changes.length; ) {
    const place: (Hunk & { by: "mine" | "theirs" })[] = [];
    let end = changes[index]?.start ?? 0;
    const start = end;
    while (index < changes.length && (place.length === 0 || (changes[index]?.start ?? 0) <= end)) {
      const change = changes[index] as (typeof changes)[number];
      place.push(change);
      end = Math.max(end, change.end);
      index += 1;
    }
    if (start > at) merged.push({ ok: true, items: base.slice(at, start) });
    merged.push(...resolved({ start, end }, place, { base, mine, theirs }, keyOf));
    at = end;
  }
  if (at < base.length) merged.push({ ok: true, items: base.slice(at) });
  return merged.filter((part) => !part.ok || part.items.length > 0);
}

function resolved<T>(
  range: { start: number; end: number },
  place: readonly (Hunk & { by: "mine" | "theirs" })[],
  lists: Record<"base" | "mine" | "theirs", readonly T[]>,
  keyOf: (item: T) => string,
): Merged<T>[] {
  const side = (by: "mine" | "theirs"): T[] | null => {
    const hunks = place.filter((hunk) => hunk.by === by);
    const [first, last] = [hunks[0], hunks.at(-1)];
    if (!first || !last) return null;
    // What lies between a hunk and the border of the place is as it was: as long here as there.
    const from = first.otherStart - (first.start - range.start);
    return lists[by].slice(from, last.otherEnd + (range.end - last.end));
  };
  const [mine, theirs] = [side("mine"), side("theirs")];
  if (!mine || !theirs) return [{ ok: true, items: mine ?? theirs ?? [] }];
  const former = lists.base.slice(range.start, range.end);
  if (mine.length !== former.length || theirs.length !== former.length)
    return [same(mine, theirs, keyOf) ? { ok: true, items: mine } : { ok: false, mine, theirs }];
  return former.map((item, index) => {
    const [own, other] = [mine[index] as T, theirs[index] as T];
    if (keyOf(own) === keyOf(item) || keyOf(own) === keyOf(other)) return { ok: true, items: [other] };
    if (keyOf(other) === keyOf(item)) return { ok: true, items: [own] };
    return { ok: false, mine: [own], theirs: [other] };
  });
}

const same = <T>(mine: readonly T[], theirs: readonly T[], keyOf: (item: T) => string) =>
  mine.length === theirs.length && mine.every((item, index) => keyOf(item) === keyOf(theirs[index] as T));
