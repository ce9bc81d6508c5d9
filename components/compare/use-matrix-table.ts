"use client";

import {
  createExpandedRowModel,
  createSortedRowModel,
  type ExpandedState,
  functionalUpdate,
  type Row,
  rowExpandingFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  type Updater,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import { useLocale } from "use-intl";
import type { CompareView } from "@/lib/schemas/compare";
import { isOpen, withBranches } from "./model/branches";
import { figureOf, type MatrixColumn, type MatrixNode } from "./model/matrix";
import { sortOf } from "./model/view";
import type { ChangeView } from "./use-view";

const features = tableFeatures({
  rowExpandingFeature,
  rowSortingFeature,
  expandedRowModel: createExpandedRowModel(),
  sortedRowModel: createSortedRowModel(),
});

export type MatrixTableRow = Row<typeof features, MatrixNode>;
/** The id of the column of names. */
export const NAME = "name";
/** The id of a column in the table, and in the address. */
export const columnId = (column: Pick<MatrixColumn, "key">) => column.key ?? "total";

/**
 * The rows of the matrix in the order and with the branches open that the address says. Siblings are
 * sorted among themselves, so that a code stays below its parent. `branches` are all codes that have others
 * below them, also those that are not shown.
 */
export function useMatrixTable(
  nodes: MatrixNode[],
  columns: readonly MatrixColumn[],
  view: CompareView,
  change: ChangeView,
  branches: readonly string[],
) {
  const locale = useLocale();
  const definitions = useMemo(() => {
    const collator = new Intl.Collator(locale, { numeric: true });
    return [
      {
        id: NAME,
        accessorFn: (node: MatrixNode) => node.name,
        sortFn: (a: MatrixTableRow, b: MatrixTableRow) => collator.compare(a.original.name, b.original.name),
        sortDescFirst: false,
      },
      ...columns.map((column, at) => ({
        id: columnId(column),
        accessorFn: (node: MatrixNode) => figureOf(node.cells[at], view.figure),
        sortDescFirst: true,
      })),
    ];
  }, [columns, view.figure, locale]);

  const parents = useMemo(() => parentsIn(nodes), [nodes]);
  const sorting = useMemo<SortingState>(() => sortOf(view.sort), [view.sort]);
  const { closed, opened } = view;
  const expanded = useMemo<ExpandedState>(
    () => Object.fromEntries(parents.filter((id) => isOpen({ closed, opened }, id)).map((id) => [id, true])),
    [parents, closed, opened],
  );
  return useTable({
    features,
    columns: definitions,
    data: nodes,
    getRowId: (node) => node.id,
    getSubRows: (node) => node.children,
    autoResetExpanded: false,
    state: { sorting, expanded },
    onSortingChange: (updater: Updater<SortingState>) => {
      const [next] = functionalUpdate(updater, sorting);
      change({ sort: next && `${next.desc ? "-" : ""}${next.id}` });
    },
    onExpandedChange: (updater: Updater<ExpandedState>) => {
      const next = functionalUpdate(updater, expanded);
      const shown = new Map(parents.map((id) => [id, next === true || next[id] === true]));
      change(withBranches({ closed, opened }, branches, shown), "replace");
    },
  });
}

/** The codes that have others below them. */
function parentsIn(nodes: readonly MatrixNode[]): string[] {
  return nodes.flatMap((node) => (node.children.length > 0 ? [node.id, ...parentsIn(node.children)] : []));
}
