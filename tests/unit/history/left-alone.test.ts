import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Handing, leftAlone, type Place } from "@/lib/domain/history";
import { overlaps } from "@/lib/domain/segment";

const place = fc.option(
  fc
    .record({
      versionId: fc.constantFrom("v1", "v2"),
      start: fc.nat(12),
      length: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ versionId, start, length }): Place => ({ versionId, start, end: start + length })),
);
const handings = fc
  .array(fc.record({ coderId: fc.constantFrom("ann", "ben"), gives: place, takes: place }), { maxLength: 12 })
  .map((rows) => rows.map((row, at): Handing => ({ ...row, id: `s${at}` })));
const changed = fc
  .uniqueArray(
    fc.nat(14).map((at) => `s${at}`),
    { maxLength: 4 },
  )
  .map((ids) => new Set(ids));

const at = (start: number, end: number, versionId = "v1"): Place => ({ versionId, start, end });
const left = (rows: readonly Handing[], ...ids: string[]) => [...leftAlone(rows, new Set(ids))].toSorted();

describe("leftAlone", () => {
  it("holds what was changed; twice is once; more that is changed is no less that stays, in whatever order", () => {
    fc.assert(
      fc.property(handings, changed, changed, (rows, some, more) => {
        const first = leftAlone(rows, some);
        expect([...some].every((id) => first.has(id))).toBe(true);
        expect(leftAlone(rows, first)).toEqual(first);
        const both = leftAlone(rows, new Set([...some, ...more]));
        expect([...first].every((id) => both.has(id))).toBe(true);
        expect(leftAlone(rows.toReversed(), some)).toEqual(new Set(first));
        if (some.size === 0) expect(first.size).toBe(0);
      }),
    );
  });

  it("parts no words of a coder: none go from what stays to what goes back, or the other way", () => {
    fc.assert(
      fc.property(handings, changed, (rows, some) => {
        const stays = leftAlone(rows, some);
        for (const { gives, coderId } of rows.filter(({ id }) => stays.has(id)))
          for (const other of rows.filter((row) => !stays.has(row.id) && row.coderId === coderId)) {
            const { takes } = other;
            if (gives && takes && gives.versionId === takes.versionId)
              expect(overlaps(gives, takes)).toBe(false);
          }
      }),
    );
  });

  it("keeps the halves of a segment that was split together, and several that were united", () => {
    const split = [
      { id: "first", coderId: "ann", gives: at(0, 10), takes: at(0, 20) },
      { id: "second", coderId: "ann", gives: at(10, 20), takes: null },
      { id: "far", coderId: "ann", gives: at(40, 50), takes: null },
    ];
    expect(left(split, "second")).toEqual(["first", "second"]);
    const united = [
      { id: "one", coderId: "ann", gives: at(0, 20), takes: at(0, 5) },
      { id: "two", coderId: "ann", gives: null, takes: at(6, 20) },
      { id: "bens", coderId: "ben", gives: null, takes: at(6, 20) },
      { id: "older", coderId: "ann", gives: null, takes: at(6, 20, "v2") },
    ];
    expect(left(united, "two")).toEqual(["one", "two"]);
  });

  it("lets segments that only lie on the same words go each by itself", () => {
    const rows = ["a", "b", "c"].map((id) => ({ id, coderId: "ann", gives: at(0, 10), takes: null }));
    expect(left(rows, "b")).toEqual(["b"]);
  });
});
