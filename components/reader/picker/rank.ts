import { type FuzzyMatch, fuzzyMatch } from "@/components/shell/fuzzy";
import { PATH_SEPARATOR, pathOf, type Tree } from "@/lib/domain/codebook";
import type { ReaderCode } from "../model/frame";

export interface Candidate {
  code: ReaderCode;
  /** The names above the code, joined. */
  above: string;
  /** What of the name goes with what was typed. */
  ranges: FuzzyMatch["ranges"];
}

/** What a match of the name is worth beyond one that lies in the path alone. */
const NAME_FIRST = 200;

/**
 * The codes that go with what was typed, best first: by name, then by path; of equals, and while
 * nothing is typed, the one used last. Retired codes are left out.
 */
export function rankCodes(
  tree: Tree<ReaderCode>,
  query: string,
  recent: readonly string[],
  order: readonly ReaderCode[],
): Candidate[] {
  const use = new Map(recent.map((id, index) => [id, index]));
  const found = order.flatMap((code, index) => {
    if (code.retired) return [];
    const path = pathOf(tree, code.id);
    const above = path.slice(0, Math.max(0, path.length - code.name.length - PATH_SEPARATOR.length));
    const byName = fuzzyMatch(query, code.name);
    const match = byName ?? fuzzyMatch(query, path);
    if (!match) return [];
    const score = match.score + (byName ? NAME_FIRST : 0);
    return [{ code, above, ranges: byName?.ranges ?? [], score: query.trim() === "" ? 0 : score, index }];
  });
  const lastUse = (id: string) => use.get(id) ?? recent.length;
  return found
    .sort((a, b) => b.score - a.score || lastUse(a.code.id) - lastUse(b.code.id) || a.index - b.index)
    .map(({ code, above, ranges }) => ({ code, above, ranges }));
}
