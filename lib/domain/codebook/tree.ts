/** What the tree needs to know of a code. `hue` indexes the palette; siblings stand in order of `position`. */
export type CodeNode = {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly hue: number;
  readonly position: number;
};

/** A codebook as a forest. Siblings are ordered by position, then name, then id. Every code is in it once. */
export type Tree<T extends CodeNode = CodeNode> = {
  readonly roots: readonly T[];
  readonly byId: ReadonlyMap<string, T>;
  /** The children of each code that has any. */
  readonly children: ReadonlyMap<string, readonly T[]>;
  /** The parent under which each code stands; null for roots. */
  readonly parents: ReadonlyMap<string, string | null>;
};

/**
 * The tree of `codes`, in whatever order they come. A code whose parent is missing becomes a root, and so
 * does one code of a circle, so that nothing is ever lost from sight. Of codes with one id the first stays.
 */
export function buildTree<T extends CodeNode>(codes: readonly T[]): Tree<T> {
  const byId = new Map<string, T>();
  for (const code of codes.toSorted(compareSiblings)) if (!byId.has(code.id)) byId.set(code.id, code);

  const parents = new Map<string, string | null>();
  for (const code of byId.values()) {
    const known = code.parentId !== null && byId.has(code.parentId);
    parents.set(code.id, known && !closesCircle(parents, code) ? code.parentId : null);
  }

  const roots: T[] = [];
  const children = new Map<string, T[]>();
  for (const code of byId.values()) {
    const parent = parents.get(code.id) ?? null;
    if (parent === null) roots.push(code);
    else if (children.has(parent)) children.get(parent)?.push(code);
    else children.set(parent, [code]);
  }
  return { roots, byId, children, parents };
}

/** The code and everything below it, depth first, itself first. Empty if the tree does not hold the id. */
export function descendants<T extends CodeNode>(tree: Tree<T>, id: string): T[] {
  const code = tree.byId.get(id);
  return code === undefined ? [] : walk(tree, [code]).map((entry) => entry.code);
}

/** The codes above this one, the root first, itself left out. Empty for a root and for an unknown id. */
export function ancestors<T extends CodeNode>(tree: Tree<T>, id: string): T[] {
  const above: T[] = [];
  for (let at = tree.parents.get(id); at != null; at = tree.parents.get(at)) {
    above.push(tree.byId.get(at) as T);
  }
  return above.reverse();
}

/** All codes depth first, each with its depth; roots have depth 0. */
export function flatten<T extends CodeNode>(tree: Tree<T>): { code: T; depth: number }[] {
  return walk(tree, tree.roots);
}

/** Depth first with a stack of our own, since an imported tree may be deeper than the call stack. */
function walk<T extends CodeNode>(tree: Tree<T>, from: readonly T[]): { code: T; depth: number }[] {
  const entries: { code: T; depth: number }[] = [];
  const stack = from.map((code) => ({ code, depth: 0 })).reverse();
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    entries.push(entry);
    const below = tree.children.get(entry.code.id) ?? [];
    for (let index = below.length - 1; index >= 0; index -= 1) {
      stack.push({ code: below[index] as T, depth: entry.depth + 1 });
    }
  }
  return entries;
}

function closesCircle(parents: ReadonlyMap<string, string | null>, code: CodeNode): boolean {
  for (let at: string | null = code.parentId; at !== null; at = parents.get(at) ?? null) {
    if (at === code.id) return true;
  }
  return false;
}

function compareSiblings(a: CodeNode, b: CodeNode): number {
  return a.position - b.position || compareText(a.name, b.name) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
