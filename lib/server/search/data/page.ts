import "server-only";
import type { SearchPage } from "@/lib/schemas/search";
import { countsOf } from "./counts";
import { afterTexts, decode, encode, isAfter, type Place, placeOf } from "./cursor";
import { type Found, Looking } from "./hits";
import { type Connection, FEW, fewRows, rowsByText } from "./rows";
import { shownAs } from "./shown";
import { spentAfter } from "./spent";
import type { SearchFrame } from "./texts";
import type { Wanted } from "./wanted";

/**
 * How long texts are gone through before a page is answered with what there is, in milliseconds: the first one at
 * once, since somebody waits for it; the others by the second.
 */
export const PATIENCE = { first: 120, later: 800 };
/** Texts looked into before an index is asked: what is in most of them need not be looked up. */
const HEAD = 4;

interface Asked {
  after?: string | undefined;
  limit: number;
}

interface Part {
  found: Found[];
  /** Where to go on. */
  next: Place;
  looked: SearchPage["looked"];
  counts: SearchPage["counts"];
}

/** A page of hits in their contexts, and, where the first look found all of them, their counts. */
export async function pageOf(
  connection: Connection,
  frame: SearchFrame,
  wanted: Wanted,
  { after, limit }: Asked,
  { first, later, left }: typeof PATIENCE & { left?: AbortSignal | undefined } = PATIENCE,
): Promise<SearchPage> {
  const looking = new Looking(connection, wanted);
  const from = decode(wanted, after);
  const spent = spentAfter(after ? later : first, left);
  const { found, next, looked, counts } =
    (await fromIndex(looking, from, limit)) ?? (await fromTexts(looking, from, { limit, spent }));
  return {
    ...(await shownAs(connection, frame, wanted, await looking.exactly(found))),
    next: encode(wanted, next),
    looked,
    counts,
    preparing: frame.texts.filter(({ ready }) => !ready).length,
  };
}

/** Null where an index does not help: the texts are to be gone through. */
async function fromIndex(looking: Looking, from: Place, limit: number): Promise<Part | null> {
  const { wanted } = looking;
  const of = wanted.texts.length;
  if (wanted.open || from.way === "texts") return null;
  if (from.text === 0 && from.start < 0 && of > HEAD) {
    const head = await fromTexts(looking, from, { limit, most: HEAD });
    if (head.full) return head;
    if ((head.candidates / HEAD) * of > 2 * FEW) return null;
  }
  const rows = await fewRows(wanted);
  if (!rows) return null;
  const { found } = await looking.in(rows);
  const left = found.filter(({ row }) => isAfter(from, placeOf(wanted, row, "index")));
  const last = lastOf(left, limit);
  const looked = { texts: of, of };
  return {
    found: left.slice(0, last + 1),
    next: left[last + 1] ? placeOf(wanted, (left[last] as Found).row, "index") : afterTexts(of),
    looked,
    counts: countsOf(found, wanted, { looked, next: null }),
  };
}

/** Goes through the texts for as many hits as were asked for, so many texts, or so long. */
async function fromTexts(
  looking: Looking,
  from: Place,
  { limit, most = Infinity, spent = () => false }: { limit: number; most?: number; spent?: () => boolean },
): Promise<Part & { candidates: number; full: boolean }> {
  const { wanted, connection } = looking;
  const found: Found[] = [];
  let next = from;
  let candidates = 0;
  let full = false;
  for await (const { rows, until } of rowsByText(connection, wanted, from.text, most)) {
    const left = rows.filter((row) => isAfter(from, placeOf(wanted, row, "texts")));
    const looked = await looking.in(left, spent);
    candidates += rows.length;
    found.push(...looked.found);
    const last = lastOf(found, limit);
    full = found[last + 1] !== undefined || hitsOf(found) >= limit;
    if (full) found.length = last + 1;
    const stopped = full ? found[last]?.row : looked.stopped;
    next = stopped ? placeOf(wanted, stopped, "texts") : afterTexts(until);
    if (stopped || spent()) break;
  }
  return {
    found,
    candidates,
    full,
    next,
    looked: { texts: next.text, of: wanted.texts.length },
    counts: null,
  };
}

/** The place of the last stretch of a page: with it, there are as many hits as were asked for. */
function lastOf(found: readonly Found[], limit: number): number {
  let hits = 0;
  const last = found.findIndex(({ count }) => {
    hits += count;
    return hits >= limit;
  });
  return last < 0 ? found.length - 1 : last;
}

const hitsOf = (found: readonly Found[]) => found.reduce((sum, { count }) => sum + count, 0);
