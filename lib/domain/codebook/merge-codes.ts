import { buildTree, type CodeNode, descendants, type Tree } from "./tree";

/** What merging needs to know of a code. */
export type MergeNode = CodeNode & {
  readonly retired: boolean;
  readonly mergedIntoId: string | null;
  readonly shortcut: string | null;
};

export type CodesMerged<T> =
  | { readonly ok: true; readonly changed: T[] }
  /** `name` is the name that two codes would share. */
  | {
      readonly ok: false;
      readonly reason: "unknown" | "same" | "retired" | "namesake";
      readonly name?: string;
    };

/**
 * The codes that change where `fromId` becomes part of `intoId`: the one retires and says what it was merged into,
 * its key free; what stands below it comes to stand below the other, after what is there. Where the other stands
 * below it, that takes its place first. Refused where one of them is not in use, or two siblings in use would
 * have one name.
 */
export function mergeCodes<T extends MergeNode>(
  codes: readonly T[],
  fromId: string,
  intoId: string,
): CodesMerged<T> {
  const tree = buildTree(codes);
  const from = tree.byId.get(fromId);
  const into = tree.byId.get(intoId);
  if (!from || !into) return { ok: false, reason: "unknown" };
  if (fromId === intoId) return { ok: false, reason: "same" };
  if (from.retired || into.retired) return { ok: false, reason: "retired" };

  const changed: T[] = [{ ...from, retired: true, mergedIntoId: intoId, shortcut: null }];
  if (descendants(tree, fromId).some(({ id }) => id === intoId)) {
    const parentId = tree.parents.get(fromId) ?? null;
    const name = namesake(siblings(tree, parentId, [fromId, intoId]), into);
    if (name !== null) return { ok: false, reason: "namesake", name };
    changed.push({ ...into, parentId, position: from.position });
  }
  const there = siblings(tree, intoId, [fromId]);
  let position = Math.max(-1, ...there.map((code) => code.position));
  for (const child of siblings(tree, fromId, [intoId])) {
    const name = namesake(there, child);
    if (name !== null) return { ok: false, reason: "namesake", name };
    position += 1;
    changed.push({ ...child, parentId: intoId, position });
  }
  return { ok: true, changed };
}

function siblings<T extends MergeNode>(
  tree: Tree<T>,
  parentId: string | null,
  without: readonly string[],
): T[] {
  const all = parentId === null ? tree.roots : (tree.children.get(parentId) ?? []);
  return all.filter(({ id }) => !without.includes(id));
}

function namesake(among: readonly MergeNode[], code: MergeNode): string | null {
  const name = code.name.toLowerCase();
  const found = among.some((other) => !other.retired && !code.retired && other.name.toLowerCase() === name);
  return found ? code.name : null;
}
