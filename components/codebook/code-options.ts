import { type CodeNode, flatten, pathOf, shownPath, type Tree } from "@/lib/domain/codebook";

/** Codes as they are chosen from a list: by their path, in the order of the codebook. */
export function optionsOf<T extends CodeNode>(tree: Tree<T>, among: (code: T) => boolean = () => true) {
  return flatten(tree)
    .filter(({ code }) => among(code))
    .map(({ code }) => ({ value: code.id, label: shownPath(pathOf(tree, code.id)) }));
}
