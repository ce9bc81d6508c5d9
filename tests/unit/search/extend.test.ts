import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EXTENTS, extend, inContext } from "@/lib/domain/search";
import { hardText } from "./texts";

/** The words that a hit on `word` is extended to. */
function extended(text: string, word: string, extent: (typeof EXTENTS)[number]): string {
  const start = text.indexOf(word);
  const range = extend(text, { start, end: start + word.length }, { start: 0, end: text.length }, extent);
  return text.slice(range.start, range.end);
}

describe("a hit is taken", () => {
  const text =
    "First. Dr. Smith met U.S. fear at 3.5 p.m. and “went on.” Last!\n安全が大事です。平和も「大事です。」終わり\n";
  test.each([
    ["fear", "hit", "fear"],
    ["fear", "sentence", "Dr. Smith met U.S. fear at 3.5 p.m. and “went on.”"],
    ["Last", "sentence", "Last!"],
    ["First", "sentence", "First."],
    ["平和", "sentence", "平和も「大事です。」"],
    ["終わり", "sentence", "終わり"],
    ["平和", "paragraph", "安全が大事です。平和も「大事です。」終わり"],
    ["fear", "turn", text.trim()],
  ] as const)("from %s to its %s", (word, extent, expected) =>
    expect(extended(text, word, extent)).toBe(expected),
  );

  test("each step holds the one before it, within the turn", () => {
    fc.assert(
      fc.property(hardText(40), fc.nat(), fc.nat(), (words, a, b) => {
        const line = `x${words}x`;
        const start = a % line.length;
        const hit = { start, end: start + 1 + (b % (line.length - start)) };
        let inner = hit;
        for (const extent of EXTENTS) {
          const outer = extend(line, hit, { start: 0, end: line.length }, extent);
          expect(outer.start).toBeLessThanOrEqual(inner.start);
          expect(outer.end).toBeGreaterThanOrEqual(inner.end);
          inner = outer;
        }
      }),
    );
  });
});

test("a hit stands in its context in one line, cut between words", () => {
  const text = `${"many words ".repeat(20)}fear\nof ${"more words ".repeat(20)}`;
  const start = text.indexOf("fear");
  const { before, quote, after } = inContext(text, { start, end: start + 4 }, 30);
  expect([before, quote, after]).toEqual([
    "…words many words many words ",
    "fear",
    " of more words more words…",
  ]);
  expect(inContext("恐怖", { start: 0, end: 2 })).toEqual({ before: "", quote: "恐怖", after: "" });
});
