import type { CodeText } from "./book";
import { guarded } from "./guard";
import { pathOf } from "./path";
import { colourOf, EXPORT_COLUMNS } from "./read-table";
import { buildTree, type CodeNode, flatten } from "./tree";

/** A code as a table has it. */
export type WrittenCode = CodeNode &
  Readonly<Record<CodeText, string>> & { readonly shortcut: string | null };

/**
 * Codes as the rows of a table, the headings first, parents before their children: reading it makes the same codes
 * in the same order. Cells that a spreadsheet would run are guarded.
 */
export function tableOfCodes(codes: readonly WrittenCode[]): string[][] {
  const tree = buildTree(codes);
  const rows = flatten(tree).map(({ code }) =>
    [
      pathOf(tree, code.id),
      code.name,
      colourOf(code.hue),
      code.shortcut ?? "",
      code.definition,
      code.whenToUse,
      code.whenNotToUse,
      code.example,
      code.counterExample,
    ].map(guarded),
  );
  return [[...EXPORT_COLUMNS], ...rows];
}
