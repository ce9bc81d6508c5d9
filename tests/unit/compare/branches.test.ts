import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALL_CLOSED, ALL_OPEN, isOpen, withBranches } from "@/components/compare/model/branches";
import { queryOf, viewOf } from "@/components/compare/model/view";

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const many = Array.from({ length: 500 }, (_, n) => idOf(n));

/** What an address keeps of it. */
const again = (open: Parameters<typeof isOpen>[0]) =>
  viewOf(Object.fromEntries(new URLSearchParams(queryOf({ ...viewOf({}), ...open }))));

describe("which branches are open", () => {
  test("is all or none of them through an address, however many there are", () => {
    expect(many.every((id) => isOpen(again(ALL_OPEN), id))).toBe(true);
    expect(many.some((id) => isOpen(again(ALL_CLOSED), id))).toBe(false);
  });

  test("is changed one by one from either side", () => {
    const one = withBranches(ALL_CLOSED, many, new Map([[idOf(7), true]]));
    expect(many.filter((id) => isOpen(again(one), id))).toEqual([idOf(7)]);
    expect(many.some((id) => isOpen(again(withBranches(one, many, new Map([[idOf(7), false]]))), id))).toBe(
      false,
    );
    const most = withBranches(ALL_OPEN, many, new Map([[idOf(7), false]]));
    expect(many.filter((id) => !isOpen(again(most), id))).toEqual([idOf(7)]);
  });

  test("leaves branches alone that are not shown", () => {
    const hidden = withBranches(ALL_OPEN, many, new Map([[idOf(1), false]]));
    const both = withBranches(hidden, many, new Map([[idOf(2), false]]));
    expect(many.filter((id) => !isOpen(both, id))).toEqual([idOf(1), idOf(2)]);
  });

  test("comes back from an address as it was, for up to as many on one side as an address holds", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(399), { maxLength: 400 }), (closed) => {
        const all = many.slice(0, 400);
        const shut = new Set(closed.map(idOf));
        const open = withBranches(ALL_OPEN, all, new Map(all.map((id) => [id, !shut.has(id)])));
        const kept = again(open);
        expect(all.filter((id) => !isOpen(kept, id))).toEqual(all.filter((id) => shut.has(id)));
      }),
    );
  });

  test("says nothing in an address where all are open, which is how it begins", () => {
    expect(
      queryOf({ ...viewOf({}), ...withBranches(ALL_CLOSED, [idOf(1)], new Map([[idOf(1), true]])) }),
    ).toBe("");
  });
});
