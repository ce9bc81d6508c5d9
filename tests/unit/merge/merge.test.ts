import fc from "fast-check";
import { expect, test } from "vitest";
import { changedFields, merge } from "@/lib/domain/merge";

const row = fc.record({ name: fc.string(), definition: fc.string(), hue: fc.integer({ min: 0, max: 5 }) });

test("changes of different fields are joined", () => {
  const base = { name: "Dignity", definition: "", hue: 1 };
  expect(merge(base, { ...base, name: "尊厳" }, { ...base, hue: 4 })).toEqual({
    ok: true,
    value: { name: "尊厳", definition: "", hue: 4 },
  });
});

test("one field changed to two values is a conflict, and names the field", () => {
  const base = { name: "Dignity", definition: "a", hue: 1 };
  const mine = { name: "Dignity 👩‍🏫", definition: "b", hue: 1 };
  expect(merge(base, mine, { ...base, definition: "c" })).toEqual({ ok: false, fields: ["definition"] });
});

test("an edit that changes nothing keeps the current row", () => {
  fc.assert(
    fc.property(row, row, (base, current) => {
      expect(merge(base, base, current)).toEqual({ ok: true, value: current });
    }),
  );
});

test("an edit over an unchanged row is stored as wanted, and laying it on again changes nothing", () => {
  fc.assert(
    fc.property(row, row, (base, wanted) => {
      expect(merge(base, wanted, base)).toEqual({ ok: true, value: wanted });
      expect(merge(base, wanted, wanted)).toEqual({ ok: true, value: wanted });
    }),
  );
});

test("whoever comes first, two edits that can be merged end alike", () => {
  fc.assert(
    fc.property(row, row, row, (base, mine, theirs) => {
      const mineLast = merge(base, mine, theirs);
      const theirsLast = merge(base, theirs, mine);
      expect(mineLast.ok).toBe(theirsLast.ok);
      if (mineLast.ok && theirsLast.ok) expect(mineLast.value).toEqual(theirsLast.value);
    }),
  );
});

test("changed fields are those that differ", () => {
  expect(changedFields({ a: 1, b: "x" }, { a: 1, b: "y" })).toEqual(["b"]);
});
