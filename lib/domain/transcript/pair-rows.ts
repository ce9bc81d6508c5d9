import type { Bead } from "./align";

/** Both sides of a pair beside each other: how many turns of each a row holds, in order. No row is empty on both sides. */
export interface PairRow {
  first: number;
  second: number;
}

export type PairSide = keyof PairRow;

/** The numbers under which turns are stored: those of one row share theirs, and a row with one side has none. */
export interface PairNumbers {
  first: (number | null)[];
  second: (number | null)[];
}

/** All turns of both sides in rows: the beads, and between them what has no counterpart, a turn a row. */
export function rowsOfBeads(beads: readonly Bead[], first: number, second: number): PairRow[] {
  const rows: PairRow[] = [];
  let [i, j] = [0, 0];
  const alone = (n: number, m: number) => {
    for (; i < n; i++) rows.push({ first: 1, second: 0 });
    for (; j < m; j++) rows.push({ first: 0, second: 1 });
  };
  for (const bead of beads) {
    alone(bead.first.start, bead.second.start);
    rows.push({ first: bead.first.end - i, second: bead.second.end - j });
    [i, j] = [bead.first.end, bead.second.end];
  }
  alone(first, second);
  return rows;
}

export function numbersOfRows(rows: readonly PairRow[]): PairNumbers {
  const numbers: PairNumbers = { first: [], second: [] };
  let next = 0;
  for (const row of rows) {
    const number = row.first > 0 && row.second > 0 ? next++ : null;
    for (const side of ["first", "second"] as const)
      for (let turn = 0; turn < row[side]; turn++) numbers[side].push(number);
  }
  return numbers;
}

/** How many turns of both sides have no counterpart. */
export const unaligned = (rows: readonly PairRow[]) =>
  rows.reduce((sum, { first, second }) => sum + (first === 0 || second === 0 ? first + second : 0), 0);

/** The row joined to the one above it. The rows as they are where there is none above. */
export function joinAbove(rows: readonly PairRow[], index: number): PairRow[] {
  const [above, row] = [rows[index - 1], rows[index]];
  if (!above || !row) return [...rows];
  const joined = { first: above.first + row.first, second: above.second + row.second };
  return [...rows.slice(0, index - 1), joined, ...rows.slice(index + 1)];
}

/**
 * The row in two: the first turn of either side, and the rest. One turn of either side, or turns of one
 * side alone, go apart from each other. The rows as they are where one turn stands alone.
 */
export function splitRow(rows: readonly PairRow[], index: number): PairRow[] {
  const row = rows[index];
  if (!row || row.first + row.second < 2) return [...rows];
  const top =
    row.first === 1 && row.second === 1
      ? { first: 1, second: 0 }
      : { first: Math.min(1, row.first), second: Math.min(1, row.second) };
  const rest = { first: row.first - top.first, second: row.second - top.second };
  return [...rows.slice(0, index), top, rest, ...rows.slice(index + 1)];
}

/**
 * One side moved by a row from this row on. Down (1): this row's turns of the side go to the next row,
 * the next row's to the one after, and so on until a row that had none. Up (-1): this row's turns join
 * those of the row above, and what follows moves up by one until a row that has none.
 */
export function shiftSide(rows: readonly PairRow[], index: number, side: PairSide, by: 1 | -1): PairRow[] {
  if (!rows[index] || (by === -1 && index === 0)) return [...rows];
  const shifted = rows.map((row) => ({ ...row }));
  if (by === 1) {
    let carried = 0;
    for (let place = index; ; place++) {
      const row = shifted[place];
      if (!row) {
        if (carried > 0) shifted.push({ first: 0, second: 0, [side]: carried });
        break;
      }
      [row[side], carried] = [carried, row[side]];
      if (carried === 0) break;
    }
  } else {
    const above = shifted[index - 1];
    if (above) above[side] += shifted[index]?.[side] ?? 0;
    for (let place = index; ; place++) {
      const row = shifted[place];
      if (!row) break;
      row[side] = shifted[place + 1]?.[side] ?? 0;
      if (row[side] === 0) break;
    }
  }
  return shifted.filter(({ first, second }) => first + second > 0);
}
