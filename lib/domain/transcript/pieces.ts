/** The most rows, and about the most code units, that are written at once: none holds its writer for long. */
const ROWS = 2000;
export const UNITS = 256 * 1024;

/** Rows as JSON arrays of objects, in their order and in pieces; none where there are no rows. */
export function* jsonPieces<Row>(
  rows: readonly Row[],
  columnsOf: (row: Row, ordinal: number) => object,
): Generator<string> {
  let piece: string[] = [];
  let units = 0;
  for (const [ordinal, row] of rows.entries()) {
    const json = JSON.stringify(columnsOf(row, ordinal));
    if (piece.length === ROWS || (piece.length > 0 && units + json.length > UNITS)) {
      yield `[${piece.join(",")}]`;
      piece = [];
      units = 0;
    }
    piece.push(json);
    units += json.length;
  }
  if (piece.length > 0) yield `[${piece.join(",")}]`;
}
