import type { Matrix, Variant } from "./matrix";

/**
 * The parts of a sentence for the report, such as "three of ten interviewees, in three sectors, raised it
 * [Interviewees 5, 7 and 10]". `numbers` ascend; `groupsWith` are the groups in which anyone raised it, in
 * the order of the columns, out of `groupsOf`.
 */
export type ReportSentence = {
  readonly n: number;
  readonly of: number;
  readonly numbers: readonly number[];
  readonly groupsWith: readonly {
    readonly key: string;
    readonly label: string;
    readonly n: number;
    readonly of: number;
  }[];
  readonly groupsOf: number;
};

/** What can be said of a row; or of one of its cells, if a column is given. Throws a RangeError if there is no such cell. */
export function reportSentence(
  matrix: Matrix,
  place: { readonly row: number; readonly column: number | null; readonly variant: Variant },
): ReportSentence {
  const row = matrix.rows[place.row];
  const cell = place.column === null ? row?.total : row?.cells[place.column];
  if (row === undefined || cell === undefined) throw new RangeError("no such cell");
  const { n, of, numbers } = cell[place.variant];
  const columns = matrix.columns.map((column, index) => ({ column, index }));
  const looked = place.column === null ? columns : columns.filter(({ index }) => index === place.column);
  const groups = looked.map(({ column, index }) => {
    const figure = row.cells[index]?.[place.variant];
    return { key: column.key ?? "", label: column.label, n: figure?.n ?? 0, of: figure?.of ?? 0 };
  });
  return { n, of, numbers, groupsWith: groups.filter((group) => group.n > 0), groupsOf: groups.length };
}
