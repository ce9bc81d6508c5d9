import type { EditedBlock } from "./state";

/** Words that were found: where they stand in the words of a block. */
export interface Hit {
  key: number;
  start: number;
  end: number;
}

/** All places of the words, in order; in capital or small letters alike where that is asked. */
export function hitsOf(blocks: readonly EditedBlock[], words: string, matchCase: boolean): Hit[] {
  if (words === "") return [];
  const escaped = words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const pattern = new RegExp(escaped, matchCase ? "gu" : "giu");
  return blocks.flatMap(({ key, body }) =>
    Array.from(body.matchAll(pattern), ({ index, 0: { length } }) => ({
      key,
      start: index,
      end: index + length,
    })),
  );
}

/** The words of the blocks in which something is replaced, by key. Hits are in order within a block. */
export function replaced(
  blocks: readonly EditedBlock[],
  hits: readonly Hit[],
  instead: string,
): Map<number, string> {
  const bodies = new Map(blocks.map(({ key, body }) => [key, body]));
  const changed = new Map<number, string>();
  // From the last to the first, so that each stands where it was found.
  for (const { key, start, end } of hits.toReversed()) {
    const body = changed.get(key) ?? bodies.get(key) ?? "";
    changed.set(key, body.slice(0, start) + instead + body.slice(end));
  }
  return changed;
}
