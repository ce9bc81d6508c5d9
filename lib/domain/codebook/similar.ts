import { type CodeNode, flatten, type Tree } from "./tree";

/** A code whose name resembles the one asked for; `score` is 1 for the same name and above 0 otherwise. */
export type SimilarName<T extends CodeNode = CodeNode> = { code: T; score: number };

/** From this share of equal letters on, names are called similar. */
const THRESHOLD = 0.75;
/** Longer names are compared by their beginning, so that a hostile one costs no more than a long one. */
const COMPARED_LENGTH = 120;

/**
 * Codes that may already mean what `name` does, the closest first, equal ones in the order of the codebook:
 * the same after case, width and spaces are set aside; or one contained in the other in whole words; or
 * differing in at most a quarter of the letters (Levenshtein 1966).
 */
export function similarNames<T extends CodeNode>(tree: Tree<T>, name: string): SimilarName<T>[] {
  const wanted = fold(name);
  if (wanted === "") return [];
  const found: SimilarName<T>[] = [];
  for (const { code } of flatten(tree)) {
    const score = similarity(wanted, fold(code.name));
    if (score >= THRESHOLD) found.push({ code, score });
  }
  return found.sort((a, b) => b.score - a.score);
}

function fold(name: string): string {
  const folded = name
    .slice(0, 4 * COMPARED_LENGTH)
    .normalize("NFKC")
    .toLowerCase();
  return [...folded.replace(/[\s\p{P}]+/gu, " ").trim()].slice(0, COMPARED_LENGTH).join("");
}

function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (b === "") return 0;
  const contained = ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
  return Math.max(contained ? THRESHOLD : 0, letterSimilarity([...a], [...b]));
}

function letterSimilarity(a: readonly string[], b: readonly string[]): number {
  const longest = Math.max(a.length, b.length);
  // The distance is at least the difference in length: most pairs need no more than this line.
  if (Math.abs(a.length - b.length) > (1 - THRESHOLD) * longest) return 0;
  return 1 - distance(a, b) / longest;
}

/** Levenshtein distance over code points, two rows at a time. */
function distance(a: readonly string[], b: readonly string[]): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    previous = row;
  }
  return previous[b.length] as number;
}
