import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinAbove, layRows, type PairRow, rowsOfBeads, shiftSide, splitRow } from "@/lib/domain/transcript";

/** Rows of one or two digits each: "11 20" is a turn beside a turn, then two without a counterpart. */
const rowsOf = (words: string): PairRow[] =>
  words.split(" ").map((row) => ({ first: Number(row[0]), second: Number(row[1]) }));
const shown = (rows: readonly PairRow[]) => rows.map(({ first, second }) => `${first}${second}`).join(" ");
const lay = (base: string, mine: string, theirs: string) => {
  const laid = layRows(rowsOf(base), rowsOf(mine), rowsOf(theirs));
  return laid && `${shown(laid.rows)} (${laid.given})`;
};

/** The rows as they are read from what is stored. */
function stored(rows: readonly PairRow[]): PairRow[] {
  let [i, j] = [0, 0];
  const beads = rows.flatMap(({ first, second }) => {
    const bead = { first: { start: i, end: i + first }, second: { start: j, end: j + second } };
    [i, j] = [i + first, j + second];
    return first > 0 && second > 0 ? [bead] : [];
  });
  return rowsOfBeads(beads, i, j);
}

const change = fc.record({
  what: fc.constantFrom("join", "split", "up", "down"),
  row: fc.nat(7),
  side: fc.constantFrom("first" as const, "second" as const),
});
const changed = (
  rows: PairRow[],
  changes: readonly (typeof change extends fc.Arbitrary<infer C> ? C : never)[],
) =>
  changes.reduce((now, { what, row, side }) => {
    if (what === "join") return joinAbove(now, row);
    if (what === "split") return splitRow(now, row);
    return row < now.length ? shiftSide(now, row, side, what === "up" ? -1 : 1) : now;
  }, rows);
const changes = fc.array(change, { maxLength: 6 });
const BASE = rowsOf("11 11 21 10 11 01 12 11");
const turns = (rows: readonly PairRow[]) => {
  const sum = (side: keyof PairRow) => rows.reduce((all, row) => all + row[side], 0);
  return [sum("first"), sum("second")];
};

describe("two people's changes of one alignment", () => {
  test("in different places are both there", () => {
    expect(lay("11 11 11 11", "22 11 11", "11 11 22")).toBe("22 22 (0)");
    expect(lay("11 11 11 11", "11 11 11 10 01", "11 10 01 11 11")).toBe("11 10 01 11 10 01 (0)");
  });

  test("in the same place: one's own stands, and it is told how much gave way", () => {
    expect(lay("11 11 11", "22 11", "11 22")).toBe("22 10 01 (1)");
    expect(lay("11 11 11", "11 22", "11 22")).toBe("11 22 (0)");
  });

  test("of texts with other turns cannot be laid over each other", () => {
    expect(lay("11 11", "22", "11 11 11")).toBeNull();
    expect(lay("11 11", "22", "11 10 11")).toBeNull();
  });

  test("lose no turn, and leave alone what one of the two did not touch", () => {
    fc.assert(
      fc.property(changes, changes, (own, others) => {
        const [mine, theirs] = [changed(BASE, own), changed(BASE, others)];
        const laid = layRows(BASE, mine, theirs);
        expect(laid && turns(laid.rows)).toEqual(turns(BASE));
        expect(layRows(BASE, mine, BASE)).toEqual({ rows: stored(mine), given: 0 });
        expect(layRows(BASE, BASE, theirs)).toEqual({ rows: stored(theirs), given: 0 });
        // What was stored, though its answer was lost, changes nothing.
        expect(layRows(BASE, mine, stored(mine))).toEqual({ rows: stored(mine), given: 0 });
      }),
    );
  });
});
