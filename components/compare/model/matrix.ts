import { type DenominatorName, type Share, share } from "@/lib/domain/compare";
import type { CellTuple, ComparePayload, CompareView, FigureName, Totals } from "@/lib/schemas/compare";

/** A cell by name. */
export interface Cell {
  n: number;
  of: number;
  /** Those who may be cited by number. */
  numbers: number[];
  segments: number;
  words: number;
  characters: number;
  zero: CellTuple[6];
}

/** A code with its cells, the total last. */
export interface MatrixNode {
  id: string;
  name: string;
  hue: number;
  depth: number;
  retired: boolean;
  cells: Cell[];
  children: MatrixNode[];
}

export interface MatrixColumn {
  /** Null for the total. */
  key: string | null;
  label: string;
  hint: string;
  small: boolean;
  totals: Totals;
}

/** The columns with the total as the last. */
export function columnsOf(payload: ComparePayload): MatrixColumn[] {
  return [...payload.columns, { key: null, label: "", hint: "", ...payload.total }];
}

/** The rows as a tree; `rows` names the code whose branch is shown. Retired codes stay as long as they hold anything. */
export function nodesOf(
  payload: ComparePayload,
  { rows, alone }: Pick<CompareView, "rows" | "alone">,
): MatrixNode[] {
  const nodes = new Map<string, MatrixNode>();
  const roots: MatrixNode[] = [];
  for (const code of payload.codes) {
    const tuples = alone ? code.own : (code.tree ?? code.own);
    const { id, name, hue, depth, retired } = code;
    const node = { id, name, hue, depth, retired, cells: tuples.map(cellOf), children: [] };
    if (retired && !node.cells.some(({ n }) => n > 0)) continue;
    nodes.set(id, node);
    const parent = code.parentId ? nodes.get(code.parentId) : undefined;
    (parent?.children ?? roots).push(node);
  }
  const chosen = rows ? nodes.get(rows) : undefined;
  return chosen ? [chosen] : roots;
}

function cellOf([n, of, numbers, segments, words, characters, zero]: CellTuple): Cell {
  return { n, of, numbers, segments, words, characters, zero };
}

/** What a column is sorted by. Words before characters, since no text is counted in both. */
export function figureOf(cell: Cell | undefined, figure: FigureName): number {
  if (!cell) return 0;
  if (figure === "interviewees") return cell.n;
  return figure === "segments" ? cell.segments : cell.words + cell.characters;
}

/** The cell's share of the denominator that is chosen; null where there is none. */
export function shareOf(cell: Cell, column: MatrixColumn, row: MatrixNode, name: DenominatorName): Share {
  const { totals } = column;
  switch (name) {
    case "interviewees":
      return share(cell, { name, whole: totals.people });
    case "coded_words":
      return share(cell, { name, whole: { words: totals.codedWords, characters: totals.codedCharacters } });
    case "spoken_words":
      return share(cell, { name, whole: { words: totals.spokenWords, characters: totals.spokenCharacters } });
    case "row":
      return share(cell, { name, whole: row.cells.at(-1)?.segments ?? 0 });
    case "column":
      return share(cell, { name, whole: totals.codings });
  }
}
