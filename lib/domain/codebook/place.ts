import { canMove } from "./move";
import type { CodeNode, Tree } from "./tree";

/** Where a code goes: under `parentId`, before which `index` of its other children stand. */
export interface Place {
  readonly codeId: string;
  readonly parentId: string | null;
  readonly index: number;
}

/** Where on the row of another code something is let go. */
export type Zone = "before" | "inside" | "after";

/** The children of a code in order; the roots for null. */
export function childrenOf<T extends CodeNode>(tree: Tree<T>, parentId: string | null): readonly T[] {
  return parentId === null ? tree.roots : (tree.children.get(parentId) ?? []);
}

/**
 * Where a code comes to stand that is let go on the row of another. `open` says whether what is below that one is
 * shown: then what is let go after it becomes its first child, which is where the line is drawn. Null where it
 * cannot stand there, or stands there already.
 */
export function landing(
  tree: Tree<CodeNode>,
  codeId: string,
  over: { readonly id: string; readonly zone: Zone; readonly open: boolean },
): Place | null {
  if (codeId === over.id) return null;
  const others = (parentId: string | null) => childrenOf(tree, parentId).filter(({ id }) => id !== codeId);
  const within = others(over.id);
  const first = over.zone === "after" && over.open && within.length > 0;
  const parentId = over.zone === "inside" || first ? over.id : (tree.parents.get(over.id) ?? null);
  if (!canMove(tree, codeId, parentId)) return null;
  const at = others(parentId).findIndex(({ id }) => id === over.id);
  const index = first ? 0 : over.zone === "inside" ? within.length : over.zone === "before" ? at : at + 1;
  const now = childrenOf(tree, parentId).findIndex(({ id }) => id === codeId);
  return now === index ? null : { codeId, parentId, index };
}

/**
 * Where one step takes a code: up or down among its siblings, right below the sibling before it, left
 * out to stand after its parent. Null where there is no room.
 */
export function stepped(
  tree: Tree<CodeNode>,
  codeId: string,
  key: "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight",
): Place | null {
  const parentId = tree.parents.get(codeId) ?? null;
  const siblings = childrenOf(tree, parentId);
  const at = siblings.findIndex((code) => code.id === codeId);
  if (key === "ArrowUp") return at > 0 ? { codeId, parentId, index: at - 1 } : null;
  if (key === "ArrowDown") return at < siblings.length - 1 ? { codeId, parentId, index: at + 1 } : null;
  if (key === "ArrowRight") {
    const before = siblings[at - 1];
    return before ? { codeId, parentId: before.id, index: childrenOf(tree, before.id).length } : null;
  }
  if (parentId === null) return null;
  const grandparent = tree.parents.get(parentId) ?? null;
  const index = childrenOf(tree, grandparent).findIndex((code) => code.id === parentId) + 1;
  return { codeId, parentId: grandparent, index };
}

/** The codes with one of them put in its place; its siblings there are numbered anew. */
export function placed<T extends CodeNode>(tree: Tree<T>, { codeId, parentId, index }: Place): T[] {
  const moved = tree.byId.get(codeId);
  const others = childrenOf(tree, parentId).filter(({ id }) => id !== codeId);
  const siblings = moved ? [...others.slice(0, index), moved, ...others.slice(index)] : others;
  const positions = new Map(siblings.map(({ id }, position) => [id, position]));
  return [...tree.byId.values()].map((code) => ({
    ...code,
    parentId: code.id === codeId ? parentId : code.parentId,
    position: positions.get(code.id) ?? code.position,
  }));
}

/** Why codes could not be a codebook: a circle, a parent that is not among them, or one in use below one that is not. */
export function brokenAt<T extends CodeNode & { readonly retired: boolean }>(codes: readonly T[]): T | null {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const sound = new Set<string>();
  for (const code of codes) {
    const parent = code.parentId === null ? undefined : byId.get(code.parentId);
    if (code.parentId !== null && (!parent || (parent.retired && !code.retired))) return code;
    const path = new Set<string>();
    for (
      let at: T | undefined = code;
      at && !sound.has(at.id);
      at = at.parentId ? byId.get(at.parentId) : undefined
    ) {
      if (path.has(at.id)) return code;
      path.add(at.id);
    }
    for (const id of path) sound.add(id);
  }
  return null;
}
