import { ancestors, type CodeNode, type Tree } from "./tree";

/** What stands between the names of a path. */
export const PATH_SEPARATOR = " > ";

/** Names, the root's first, as one path. */
export function joinPath(names: readonly string[]): string {
  return names.join(PATH_SEPARATOR);
}

/** A path as it is shown to people: the separator may stand in a name that was not made here, and this form is for reading only. */
export function shownPath(path: string): string {
  return path.split(PATH_SEPARATOR).join(" › ");
}

/** The names from the root to the code, such as "Risks > Japan > Social issues". Empty for an unknown id. */
export function pathOf(tree: Tree<CodeNode>, id: string): string {
  const code = tree.byId.get(id);
  return code === undefined ? "" : joinPath([...ancestors(tree, id), code].map((each) => each.name));
}

/**
 * The names of a path, the root's first. The sign needs white space on both sides, so "R>D" is one name.
 * Names lose white space at their ends; levels without a name are left out. A blank path has no names.
 */
export function parsePath(path: string): string[] {
  return ` ${path} `
    .split(/(?<=\s)>(?=\s)/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** Whether a code of this name can be found again by its path: it is not blank, has no white space at its ends and no separator in it. */
export function isPathSafe(name: string): boolean {
  const names = parsePath(name);
  return names.length === 1 && names[0] === name;
}
