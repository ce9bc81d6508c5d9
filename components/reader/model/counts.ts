import { descendants, type Tree } from "@/lib/domain/codebook";
import type { ReaderCode } from "./frame";
import type { Painted } from "./painted";

/** For each code the codes that count with it: itself and those above. */
export function withAncestors(tree: Tree<ReaderCode>): ReadonlyMap<string, readonly string[]> {
  const above = new Map<string, string[]>();
  for (const root of tree.byId.keys()) {
    for (const { id } of descendants(tree, root)) {
      const known = above.get(id);
      if (known) known.push(root);
      else above.set(id, [root]);
    }
  }
  return above;
}

/**
 * How many of the segments have each code or one below it; a segment counts once for a code. Runs at every
 * change over all segments, so it makes nothing anew for the many that have one code.
 */
export function countCodes(
  segments: readonly Painted[],
  above: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { codeIds } of segments) {
    const [only] = codeIds;
    if (codeIds.length === 1 && only !== undefined) (above.get(only) ?? codeIds).forEach(count);
    else new Set(codeIds.flatMap((id) => above.get(id) ?? [id])).forEach(count);
  }
  return counts;
}
