import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  carriedRedactions,
  hide,
  hideAlike,
  occurrences,
  redactionMaps,
  revealed,
  unhide,
  withoutNames,
} from "@/lib/domain/revision";
import { isBoundary } from "@/lib/domain/text";
import { wellFormedText } from "../text/texts";

const words = (text: string, name: string) =>
  occurrences(text, name).map(({ start, end }) => text.slice(start, end));

describe("occurrences", () => {
  test("are whole words where words have spaces between them", () => {
    const text = "Ann met Anna; ANN and ann did not. Ann's car. (Ann)\nAnn";
    expect(occurrences(text, "Ann").map(({ start }) => start)).toEqual([0, 35, 47, 52]);
    expect(words("Ana María y Ana", "Ana María")).toEqual(["Ana María"]);
    expect(occurrences("Anné", "Ann")).toEqual([]);
  });

  test("are found anywhere where words have none, and beside other scripts", () => {
    expect(words("田中さんと山田中さん", "田中")).toEqual(["田中", "田中"]);
    expect(words("Taroさんへ", "Taro")).toEqual(["Taro"]);
    expect(words("ハナコさん", "ハナ")).toEqual(["ハナ"]);
  });

  test("are the same in other forms of the same characters, at the offsets of the text as it is", () => {
    const text = "👍 ﾊﾅｺﾞ と ハナゴ、Ｔａｒｏ e\u0301va éva";
    expect(words(text, "ハナゴ")).toEqual(["ﾊﾅｺﾞ", "ハナゴ"]);
    expect(words(text, "Taro")).toEqual(["Ｔａｒｏ"]);
    expect(words(text, "éva")).toEqual(["e\u0301va", "éva"]);
    expect(words(text, "  ")).toEqual([]);
  });

  test("are sorted, apart, of whole characters, and the words themselves", () => {
    fc.assert(
      fc.property(wellFormedText, wellFormedText, (text, name) => {
        let last = 0;
        for (const { start, end } of occurrences(text, name)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(isBoundary(text, start) && isBoundary(text, end)).toBe(true);
          expect(text.slice(start, end).normalize("NFKC").trim()).toBe(name.normalize("NFKC").trim());
          last = end;
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

const marked = wellFormedText
  .filter((text) => text.length > 1)
  .chain((text) =>
    fc
      .array(fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.constantFrom("[A]", "［甲］", "👤")), {
        maxLength: 5,
      })
      .map((cuts) => ({
        text,
        marks: cuts
          .map(([a, b, pseudonym]) => ({ start: Math.min(a, b), end: Math.max(a, b), pseudonym }))
          .filter(({ start, end }) => isBoundary(text, start) && isBoundary(text, end)),
      })),
  );

describe("hide", () => {
  test("keeps the words behind the pseudonyms, and takes them back one by one", () => {
    const text = "Ann met Bo and Ann.";
    const hidden = hide({ text, redactions: [] }, [
      ...occurrences(text, "Ann").map((range) => ({ ...range, pseudonym: "[Sister]" })),
      ...occurrences(text, "Bo").map((range) => ({ ...range, pseudonym: "[B]" })),
    ]);
    expect(hidden.text).toBe("[Sister] met [B] and [Sister].");
    const back = unhide(hidden, new Set([0]));
    expect(back.text).toBe("Ann met [B] and [Sister].");
    expect(revealed(back)).toBe(text);
  });

  test("takes in the pseudonyms that a wider mark reaches, with their words", () => {
    const once = hide({ text: "Mr Ann Lee spoke", redactions: [] }, [{ start: 3, end: 6, pseudonym: "[A]" }]);
    const twice = hide(once, [{ start: 0, end: 5, pseudonym: "[Guest]" }]);
    expect(twice.text).toBe("[Guest] Lee spoke");
    expect(twice.redactions).toEqual([{ start: 0, end: 7, original: "Mr Ann" }]);
  });

  test("is undone by revealing; ranges outside of pseudonyms go there and back", () => {
    fc.assert(
      fc.property(marked, ({ text, marks }) => {
        const hidden = hide({ text, redactions: [] }, marks);
        expect(revealed(hidden)).toBe(text);
        const { toOriginal, toRedacted } = redactionMaps(hidden);
        for (let start = 0; start < hidden.text.length; start += 1) {
          const range = { start, end: start + 1 };
          const inside = hidden.redactions.some((each) => each.start <= start && start < each.end);
          const original = toOriginal.around(range);
          if (!inside) {
            expect(text.slice(original.start, original.end)).toBe(hidden.text[start]);
            expect(toRedacted.around(original)).toEqual(range);
          } else {
            expect(toRedacted.around(original)).toEqual(
              (({ start: from, end }) => ({ start: from, end }))(
                hidden.redactions.find((each) => each.start <= start && start < each.end) ?? range,
              ),
            );
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("pseudonyms in another text", () => {
  const text = "Ann spoke. Then Ann left with Bo.";
  const hidden = hide({ text, redactions: [] }, [
    { start: 0, end: 3, pseudonym: "[A]" },
    { start: 30, end: 32, pseudonym: "[B]" },
  ]);

  test("stay through a correction, changed or moved", () => {
    const after = "Then [A!] spoke. Then Ann left with [B].";
    expect(carriedRedactions(hidden, after).map(({ original }) => original)).toEqual(["Ann", "Bo"]);
    expect(carriedRedactions(hidden, "Nobody.")).toEqual([]);
  });

  test("hide the same words wherever they stand in an older version or a new transcription", () => {
    const anew = hideAlike(hidden, { text: "Bo: Hello.\nAnn: Ann and Bo.", redactions: [] });
    expect(anew.text).toBe("[B]: Hello.\n[A]: [A] and [B].");
    expect(revealed(anew)).toBe("Bo: Hello.\nAnn: Ann and Bo.");
  });

  test("stand in the place of names in loose words", () => {
    const names = new Map([
      ["Ann", "[A]"],
      ["Ann Lee", "[L]"],
    ]);
    expect(withoutNames("Ann Lee, Ann and Anna", names)).toBe("[L], [A] and Anna");
  });
});
