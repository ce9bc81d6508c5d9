import { performance } from "node:perf_hooks";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePattern, runPattern } from "@/lib/domain/search/pattern";
import { hardText } from "./texts";

function ours(source: string, text: string): string[] {
  const compiled = compilePattern(source);
  if (!compiled.ok) throw new Error(compiled.reason);
  return runPattern(compiled.program, text).map(({ start, end }) => `${start} ${text.slice(start, end)}`);
}

/** What JavaScript itself finds. */
function theirs(source: string, text: string): string[] {
  return [...text.matchAll(new RegExp(source, "gimu"))]
    .filter(([found]) => found !== "")
    .map((match) => `${match.index} ${match[0]}`);
}

const atom = fc.constantFrom(
  ..."abc",
  ".",
  "\\w",
  "\\s",
  "\\d",
  "[ab]",
  "[^a\\]]",
  "\\p{L}",
  "é",
  "が",
  "🍊",
  "\\b",
  "^",
  "$",
  "\\u{1F34A}",
  "\\x61",
  "\\.",
);
const quantifier = fc.constantFrom(
  "",
  "",
  "",
  "*",
  "+",
  "?",
  "*?",
  "+?",
  "??",
  "{2}",
  "{1,2}",
  "{0,3}?",
  "{2,}",
);
const source = fc.letrec<{ node: string; sequence: string }>((tie) => ({
  sequence: fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
  node: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(atom, quantifier).map(([part, many]) => part + (/^(\\b|\^|\$)$/.test(part) ? "" : many)),
    fc.tuple(tie("sequence"), tie("sequence")).map(([a, b]) => `(?:${a}|${b})`),
    fc.tuple(tie("sequence"), fc.constantFrom("", "?", "{1,2}")).map(([a, many]) => `(${a})${many}`),
  ),
})).sequence;

describe("regular expressions", () => {
  test("find what JavaScript finds", () => {
    const text = fc.oneof(
      hardText(),
      fc.array(fc.constantFrom(..."aabbc .\né🍊が1"), { maxLength: 14 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(source, text, (pattern, words) => {
        expect(ours(pattern, words)).toEqual(theirs(pattern, words));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ["human(ity|itarian)?", "Human humanity, HUMANITARIAN"],
    ["\\b(?<word>in)?secur\\w*", "secure insecurity"],
    ["(?:安全|平和)[^。]*", "安全と平和。平和"],
    ["a|ab|abc", "abcabab"],
    ["[🍊🍎]+", "🍊🍎🍏"],
    ["^.*fear.*$", "no\nfear here\nfear"],
    ["\\/", "a/b"],
  ])("/%s/ in %j", (pattern, text) => expect(ours(pattern, text)).toEqual(theirs(pattern, text)));

  test("take no longer for an expression that would hold JavaScript's own for years", () => {
    const begun = performance.now();
    expect(ours("(a+)+$", `${"a".repeat(5_000)}b`)).toEqual([]);
    expect(ours("(a|aa)*c", "a".repeat(5_000))).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test("can be ended from outside", () => {
    const compiled = compilePattern("(x+)+y");
    if (!compiled.ok) throw new Error(compiled.reason);
    const watch = () => {
      throw new Error("enough");
    };
    expect(() => runPattern(compiled.program, "x".repeat(20_000), watch)).toThrow("enough");
  });
});
