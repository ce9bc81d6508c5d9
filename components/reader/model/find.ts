import type { Range } from "@/lib/domain/segment";
import { search } from "../find/search";
import { lastAtOrBefore } from "./document";
import { NO_FIND, type ReaderSession } from "./session";

interface FindOptions {
  /** Words stand for themselves, not for parts of longer ones: as in a search of all transcripts. */
  whole?: boolean;
  /** Where to go, in UTF-16 code units; where one is, unless it is said. */
  from?: number;
}

/** Finds the words, and goes to the first place at or after where one is. */
export function find(session: ReaderSession, words: string, options: FindOptions = {}): void {
  const { rows } = session.document;
  const { whole = false } = options;
  const hits = search(session.document, words, whole);
  const byRow = new Map<number, Range[]>();
  for (const hit of hits) {
    for (let row = lastAtOrBefore(rows, hit.start); (rows[row]?.start ?? hit.end) < hit.end; row += 1) {
      byRow.set(row, [...(byRow.get(row) ?? []), hit]);
    }
  }
  const before = session.find.get();
  const from = options.from ?? before.hits[before.at]?.start ?? 0;
  const next = hits.findIndex((hit) => hit.start >= from);
  const at = hits.length === 0 ? -1 : Math.max(0, next);
  session.find.set({ open: true, words, whole, hits, byRow, at });
  reveal(session);
}

/** Goes to the next or the previous place, round the ends. */
export function stepFind(session: ReaderSession, direction: 1 | -1): void {
  session.find.update((now) => {
    const { length } = now.hits;
    return length === 0 ? now : { ...now, at: (now.at + direction + length) % length };
  });
  reveal(session);
}

/** Finds the same words once more, such as in a text that has become longer. */
export function findAgain(session: ReaderSession): void {
  const { words, whole, open } = session.find.get();
  if (open && words !== "") find(session, words, { whole });
}

export function openFind(session: ReaderSession): void {
  session.find.update((now) => ({ ...now, open: true }));
}

/** Closes the search and leaves the place found selected, so that it can be coded. */
export function closeFind(session: ReaderSession): void {
  const { hits, at } = session.find.get();
  const hit = hits[at];
  session.find.set(NO_FIND);
  session.text.current?.focus(hit && { anchor: hit.start, focus: hit.end });
}

function reveal(session: ReaderSession): void {
  const { hits, at } = session.find.get();
  const hit = hits[at];
  if (hit) session.text.current?.reveal(hit.start);
}
