import { ancestors, type CodeNode, type Tree } from "./tree";

/** Whether the code may be put under `parentId` (null: made a root). Not under itself or what is below it, and both must exist. */
export function canMove(tree: Tree<CodeNode>, id: string, parentId: string | null): boolean {
  if (!tree.byId.has(id)) return false;
  if (parentId === null) return true;
  if (!tree.byId.has(parentId) || parentId === id) return false;
  return !ancestors(tree, parentId).some((above) => above.id === id);
}
