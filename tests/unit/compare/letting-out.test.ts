import { describe, expect, test } from "vitest";
import { type MatrixInput, matrix } from "@/lib/domain/compare";
import { showsNumber, voicesIn } from "@/lib/server/compare/data/citable";
import { type Counts, codesOf } from "@/lib/server/compare/data/payload";
import { amount, input, raised } from "./matrix-scenes";
import { codeId, person } from "./scenes";

const turn = (start: number, end: number, who: number | null) => ({
  start,
  bodyStart: start,
  end,
  role: "interviewee" as const,
  intervieweeId: who === null ? null : person(who),
  align: null,
});

describe("whose words a segment holds", () => {
  const voices = voicesIn(
    [turn(0, 10, 0), turn(10, 20, 1), turn(20, 30, null)],
    new Map([
      [person(0), "number"],
      [person(1), "withheld"],
    ]),
  );

  test("are theirs alone who speak in it: not the next one's, where it ends as they begin", () => {
    expect(voices({ start: 4, end: 10, permission: null })).toEqual({
      intervieweeIds: [person(0)],
      unknown: false,
      permission: "number",
    });
    expect(voices({ start: 4, end: 11, permission: null }).permission).toBe("withheld");
  });

  test("of nobody known are withheld, unless the segment itself says otherwise", () => {
    expect(voices({ start: 22, end: 24, permission: null })).toMatchObject({
      unknown: true,
      permission: "withheld",
    });
    expect(voices({ start: 22, end: 24, permission: "sector" }).permission).toBe("sector");
  });

  test("carry a number only by name or by number", () => {
    expect((["named", "number", "sector", "paraphrase", "withheld"] as const).filter(showsNumber)).toEqual([
      "named",
      "number",
    ]);
  });
});

describe("the cells that are sent", () => {
  const cellsOf = (more: Partial<MatrixInput>) => {
    const all = matrix(input(more)) as Counts["all"];
    return codesOf([{ all, citable: all }], (row) => [...row.cells, row.total]);
  };

  test("tell the branch from the code alone as soon as it has more segments, even of the same people", () => {
    const deeper = {
      ...raised(0, 0),
      rows: [{ intervieweeId: person(0), codeId: codeId(0), own: amount(1, 3), tree: amount(2, 6) }],
    };
    const codes = cellsOf({ digests: [raised(0, 4), deeper] });
    expect(codes[0]?.tree?.[0]?.slice(0, 5)).toEqual([1, 2, [10], 2, 6]);
    expect(codes[4]?.tree).toBeNull();
  });

  test("name nobody where they are more than anybody would read", () => {
    const many = Array.from({ length: 61 }, (_, index) => index);
    const interviewees = many.map((index) => ({
      id: person(index),
      number: index + 1,
      groupKey: index < 60 ? "a" : "b",
    }));
    const [, , , , code] = cellsOf({ interviewees, digests: many.map((index) => raised(index, 4)) });
    const [sixty, one, all] = code?.own ?? [];
    expect([sixty?.[2].length, one?.[2], all?.[0], all?.[2]]).toEqual([60, [61], 61, []]);
  });
});
