import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, unfold } from "@/lib/domain/search";
import { isBoundary } from "@/lib/domain/text";
import { hardText } from "./texts";

describe("folding", () => {
  test.each([
    ["Human SECURITY", "human security"],
    ["ＡＢＣ１２３", "abc123"],
    ["ｶﾞｷﾞグゲ", "がぎぐげ"],
    ["か\u3099ん", "がん"],
    ["ﬁnd ﬃx", "find ffix"],
    ["Straße STRASSE", "strasse strasse"],
    ["ΟΔΟΣ οδος", "οδοσ οδοσ"],
    ["e\u0301galite\u0301", "égalité"],
    ["don’t “say” — so", 'don\'t "say" - so'],
    ["so\u00adcial 👩\u200d🌾 ❤\ufe0f", "social 👩🌾 ❤"],
    ["a \t\n b\u3000c", "a b c"],
    ["人間の\n安全保障 です", "人間の安全保障 です"],
    ["人間 の\nAI", "人間 の ai"],
    ["ラーメン", "らーめん"],
    ["國際聯合 圀 髙﨑 澤 𠮷 邉󠄁", "国際聯合 国 高崎 沢 吉 辺"],
  ])("%j becomes %j", (text, folded) => expect(fold(text).text).toBe(folded));

  test("folding what is folded changes nothing", () => {
    fc.assert(
      fc.property(hardText(), (text) => {
        const once = fold(text).text;
        expect(fold(once).text).toBe(once);
      }),
    );
  });

  test("each unit comes from whole characters, in order, and what they are folds to what stands there", () => {
    fc.assert(
      fc.property(hardText(), (text) => {
        const folded = fold(text);
        const { starts, ends } = folded;
        expect([starts.length, ends.length]).toEqual([folded.text.length, folded.text.length]);
        for (let at = 0; at < starts.length; at += 1) {
          const range = unfold(folded, { start: at, end: at + 1 });
          expect(isBoundary(text, range.start) && isBoundary(text, range.end)).toBe(true);
          expect(range.start).toBeLessThan(range.end);
          expect(range.start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
          expect(fold(text.slice(range.start, range.end)).text).toContain(folded.text[at]);
        }
      }),
    );
  });

  test("the parts of a text fold to the parts of its folding, where they are cut between words", () => {
    fc.assert(
      fc.property(hardText(), hardText(), (a, b) => {
        expect(fold(`${a}. x${b}`).text).toBe(`${fold(`${a}.`).text} ${fold(`x${b}`).text}`);
      }),
    );
  });
});
