import { type BookCode, CODE_TEXTS, type CodeText } from "./book";

/** What became of a code between two states of a codebook. */
export type Became =
  | "added"
  | "removed"
  | "renamed"
  | "moved"
  | "retired"
  | "restored"
  | "merged"
  | "written";

/** One code that differs between two states. `before` is null for one that is new, `after` for one that is gone. */
export interface CodeChange {
  readonly id: string;
  readonly before: BookCode | null;
  readonly after: BookCode | null;
  /** Everything that became of it; never empty. */
  readonly became: readonly Became[];
  /** The texts that differ, of a code that both states have. */
  readonly texts: readonly CodeText[];
}

/**
 * The codes in which two states of a codebook differ: those of the later state in its order, then those that it
 * no longer has. The order of siblings is no difference, since it says nothing of what a code means.
 */
export function codebookDifference(before: readonly BookCode[], after: readonly BookCode[]): CodeChange[] {
  const earlier = new Map(before.map((code) => [code.id, code]));
  const later = new Set(after.map((code) => code.id));
  const changes: CodeChange[] = [];
  for (const code of after) {
    const change = changeOf(earlier.get(code.id) ?? null, code);
    if (change) changes.push(change);
  }
  for (const code of before)
    if (!later.has(code.id))
      changes.push({ id: code.id, before: code, after: null, became: ["removed"], texts: [] });
  return changes;
}

function changeOf(before: BookCode | null, after: BookCode): CodeChange | null {
  if (before === null) return { id: after.id, before, after, became: ["added"], texts: [] };
  const texts = CODE_TEXTS.filter((text) => before[text] !== after[text]);
  const merged = before.mergedIntoId !== after.mergedIntoId && after.mergedIntoId !== null;
  // Merged no longer, and still out of use: it is now retired and no more than that.
  const unmerged = before.mergedIntoId !== null && after.mergedIntoId === null;
  const found: [Became, boolean][] = [
    ["renamed", before.name !== after.name],
    ["moved", before.parentId !== after.parentId],
    ["merged", merged],
    ["retired", after.retired && !merged && (!before.retired || unmerged)],
    ["restored", before.retired && !after.retired],
    ["written", texts.length > 0],
  ];
  const became = found.flatMap(([what, is]) => (is ? [what] : []));
  return became.length > 0 ? { id: after.id, before, after, became, texts } : null;
}

/** The earlier state with the changes made in it: the later state, its codes in no promised order. */
export function withChanges(before: readonly BookCode[], changes: readonly CodeChange[]): BookCode[] {
  const codes = new Map(before.map((code) => [code.id, code]));
  for (const { id, after } of changes) {
    if (after) codes.set(id, after);
    else codes.delete(id);
  }
  return [...codes.values()];
}
