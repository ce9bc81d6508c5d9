import type { Tree } from "@/lib/domain/codebook";
import type { CodeRow } from "@/lib/schemas/codebook";

/** Where a code goes: under `parentId`, before which `index` of its other children stand. */
export interface Place {
  codeId: string;
  parentId: string | null;
  index: number;
}

/**
 * Where one step takes a code: up or down among its siblings, right below the sibling before it, left
 * out to stand after its parent. Null where there is no room.
 */
export function stepped(
  tree: Tree<CodeRow>,
  codeId: string,
  key: "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight",
): Place | null {
  const parentId = tree.parents.get(codeId) ?? null;
  const siblings = siblingsUnder(tree, parentId);
  const at = siblings.findIndex((code) => code.id === codeId);
  if (key === "ArrowUp") return at > 0 ? { codeId, parentId, index: at - 1 } : null;
  if (key === "ArrowDown") return at < siblings.length - 1 ? { codeId, parentId, index: at + 1 } : null;
  if (key === "ArrowRight") {
    const before = siblings[at - 1];
    return before ? { codeId, parentId: before.id, index: siblingsUnder(tree, before.id).length } : null;
  }
  if (parentId === null) return null;
  const grandparent = tree.parents.get(parentId) ?? null;
  const index = siblingsUnder(tree, grandparent).findIndex((code) => code.id === parentId) + 1;
  return { codeId, parentId: grandparent, index };
}

function siblingsUnder(tree: Tree<CodeRow>, parentId: string | null): readonly CodeRow[] {
  return parentId === null ? tree.roots : (tree.children.get(parentId) ?? []);
}
