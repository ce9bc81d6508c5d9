import { describe, expect, it } from "vitest";
import { gapsOf } from "@/components/reader/model/gaps";

const rows = (...indexes: number[]) => indexes.map((index) => ({ index }));
const all = () => true;

describe("the paragraphs that are not on the page", () => {
  it("are told before, between and after those that are", () => {
    const { before, after } = gapsOf(rows(3, 4, 9), 12, all);
    expect([...before]).toEqual([
      [3, { from: 0, to: 2 }],
      [9, { from: 5, to: 8 }],
    ]);
    expect(after).toEqual({ from: 10, to: 11 });
  });

  it("are none where all are shown", () => {
    expect(gapsOf(rows(0, 1, 2), 3, all)).toEqual({ before: new Map(), after: null });
  });

  it("are not those that are folded away, which a line of their own stands for", () => {
    const stands = (index: number) => index < 2 || index === 6;
    const { before, after } = gapsOf(rows(0), 9, stands);
    expect([before.size, after]).toEqual([0, { from: 1, to: 6 }]);
    expect(gapsOf(rows(0, 1, 6), 9, stands)).toEqual({ before: new Map(), after: null });
  });
});
