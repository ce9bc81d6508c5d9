import fc from "fast-check";
import { expect, test } from "vitest";
import { IdNumbers } from "@/lib/domain/compare/uuid";

const hex = (id: string) => Uint8Array.from(Buffer.from(id.replaceAll("-", ""), "hex"));

/** Ids that differ in one of their words alone, so that many have the same place in a table. */
const alike = fc.tuple(fc.nat(3), fc.nat({ max: 0xffff_ffff })).map(([word, value]) => {
  const words = ["00000000", "00000000", "00000000", "00000000"];
  words[word] = value.toString(16).padStart(8, "0");
  return words.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
});

test("an id has one number, whether it is read as bytes or as text, however many there are", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.uuid(), alike), { maxLength: 3_000, size: "max" }),
      fc.array(fc.boolean(), { minLength: 1 }),
      (list, turns) => {
        const ids = new IdNumbers();
        const numbers = list.map((id, at) =>
          turns[at % turns.length] ? ids.of(id) : ids.read(new DataView(hex(id).buffer), 0),
        );
        expect(numbers.map((number) => ids.id(number))).toEqual(list);
        expect(new Set(numbers).size).toBe(new Set(list).size);
        expect(Math.max(-1, ...numbers)).toBe(new Set(list).size - 1);
      },
    ),
    { numRuns: 40 },
  );
  expect(() => new IdNumbers().id(0)).toThrow(RangeError);
});
