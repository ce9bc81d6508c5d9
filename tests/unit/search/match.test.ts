import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findInText,
  fold,
  holdsNeeded,
  isOpen,
  matcherOf,
  neededFor,
  parseQuery,
  stretchesOf,
} from "@/lib/domain/search";
import { wordParts } from "@/lib/domain/search/word-run";
import { overlaps } from "@/lib/domain/segment";
import { hardText, quotes } from "./texts";

describe("words and phrases", () => {
  test("are whole words, whatever their case and width", () => {
    const text = "Security of insecure people: security’s ＳＥＣＵＲＩＴＹ.";
    expect(quotes("security", text)).toEqual(["Security", "security", "ＳＥＣＵＲＩＴＹ"]);
    expect(quotes("secure", text)).toEqual([]);
    expect(quotes("secur", text, { within: true })).toHaveLength(4);
  });

  test("in scripts without spaces begin and end anywhere", () => {
    expect(quotes("安全", "人間の安全保障と安全")).toEqual(["安全", "安全"]);
    expect(quotes("AI", "AIによる維持、said AI")).toEqual(["AI", "AI"]);
    expect(quotes("ガイド", "がいどとｶﾞｲﾄﾞ")).toEqual(["がいど", "ｶﾞｲﾄﾞ"]);
    expect(quotes("か", "が、か\u3099、か")).toEqual(["か"]);
  });

  test("one after the other are a phrase, over a line break too", () => {
    expect(quotes("human security", "Human\n security. human, security")).toEqual(["Human\n security"]);
    expect(quotes("人間 安全", "人間\n安全と人間安全と人間 安全")).toEqual([
      "人間\n安全",
      "人間安全",
      "人間 安全",
    ]);
    expect(quotes("人間の安全保障", "人間の\n安全保障")).toEqual(["人間の\n安全保障"]);
  });

  test("keep marks and ligatures whole", () => {
    expect(quotes("fi", "ﬁ and fi")).toEqual(["ﬁ", "fi"]);
    expect(quotes("find", "We ﬁnd it")).toEqual(["ﬁnd"]);
    expect(quotes("égalité", "e\u0301galite\u0301 🍊 égalité")).toEqual(["e\u0301galite\u0301", "égalité"]);
  });

  test("have wildcards for any letters of a word, and for one", () => {
    expect(quotes("secur*", "secure security insecurity")).toEqual(["secure", "security"]);
    expect(quotes("wom?n", "woman women womn")).toEqual(["woman", "women"]);
    expect(quotes("安*保障", "安全保障。安い。保障")).toEqual(["安全保障"]);
    expect(quotes("right* to *", "rights to water, right to life")).toEqual([
      "rights to water",
      "right to life",
    ]);
    expect(quotes('"why?"', "why? why!")).toEqual(["why?"]);
    expect(quotes("why\\?", "why? why!")).toEqual(["why?"]);
    expect(quotes("why?", "why? why!")).toEqual(["why?"]);
  });
});

describe("joined", () => {
  test("all, any and none hold within a stretch", () => {
    expect(quotes("fear AND want", "want and fear")).toEqual(["want", "fear"]);
    expect(quotes("fear AND want", "fear")).toEqual([]);
    expect(quotes("fear OR want", "fear")).toEqual(["fear"]);
    expect(quotes("fear NOT want", "fear")).toEqual(["fear"]);
    expect(quotes("fear NOT want", "fear, want")).toEqual([]);
    expect(quotes("(fear | want) AND freedom", "freedom from want")).toEqual(["freedom", "want"]);
    expect(quotes('security OR "human security"', "human security")).toEqual(["human security"]);
    expect(quotes('"AND"', "this and that")).toEqual(["and"]);
  });

  test.each([
    ["", "empty"],
    ["  ", "empty"],
    ["*", "only_wildcards"],
    ["NOT fear", "only_not"],
    ["fear OR NOT want", "only_not"],
    ["fear OR", "operand_missing"],
    ["(fear", "bracket_open"],
    ["fear)", "bracket_open"],
    ["/fear", "pattern_open"],
    ["/(/", "pattern_syntax"],
    ["/(?=fear)/", "pattern_unsupported"],
    ["/(a)\\1/", "pattern_unsupported"],
    ["/((a{50}){50})/", "pattern_too_large"],
    ["x".repeat(401), "too_long"],
  ])("%j is refused as %s", (typed, reason) => expect(parseQuery(typed)).toEqual({ ok: false, reason }));

  test("anything that can be typed is a query or a fault", () => {
    const typed = fc
      .array(fc.constantFrom(...'ab ()*?/\\["「」|', " AND ", " NOT ", "人"))
      .map((all) => all.join(""));
    fc.assert(fc.property(typed, (text) => typeof parseQuery(text).ok === "boolean"));
  });
});

describe("laws", () => {
  /** Words cut out of the text itself, so that there is something to find. */
  const cut = fc
    .tuple(hardText(), fc.nat(), fc.integer({ min: 1, max: 6 }))
    .map(([text, at, length]) => {
      const characters = Array.from(text);
      const start = characters.length === 0 ? 0 : at % characters.length;
      return {
        text,
        word: characters
          .slice(start, start + length)
          .join("")
          .replace(/["”＂]/g, "")
          .trim(),
      };
    })
    .filter(({ word }) => fold(word).text.trim() !== "");

  test("each hit quotes text that matches, and no two overlap", () => {
    fc.assert(
      fc.property(cut, ({ text, word }) => {
        const parsed = parseQuery(`"${word}"`);
        if (!parsed.ok) return;
        const hits = matcherOf(parsed.query, { within: true }).find(text);
        for (const [index, hit] of hits.entries()) {
          expect(matcherOf(parsed.query, { within: true }).find(text.slice(hit.start, hit.end))).not.toEqual(
            [],
          );
          const next = hits[index + 1];
          if (next) expect(overlaps(hit, next)).toBe(false);
        }
      }),
    );
  });

  test("the union of two queries covers what each of them does", () => {
    fc.assert(
      fc.property(
        hardText(),
        fc.constantFrom("fear", "人間", "s*", "が", "ﬁ"),
        fc.constantFrom("Security", "安全", "a"),
        (text, a, b) => {
          const found = (typed: string) => quotesOf(typed, text);
          const covered = new Set([...found(a), ...found(b)]);
          expect(new Set(found(`${a} OR ${b}`))).toEqual(covered);
        },
      ),
    );
  });

  function quotesOf(typed: string, text: string): number[] {
    const parsed = parseQuery(typed);
    if (!parsed.ok) throw new Error(parsed.reason);
    return matcherOf(parsed.query)
      .find(text)
      .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, unit) => start + unit));
  }

  test("what the database is asked for stands in every stretch that matches", () => {
    const queries = [
      "fear",
      "s*",
      "人間 安全",
      "/fe[a-z]+/",
      "/secur(ity)?/",
      "fear NOT が",
      "/ガ|ﬁ/",
      "Security OR か",
      "か",
      "人間",
      "c",
      "a s",
      "が *",
      "?F か",
      "1 a",
      "/e\u0301/",
    ];
    fc.assert(
      fc.property(hardText(), fc.constantFrom(...queries), (text, typed) => {
        const parsed = parseQuery(typed);
        if (!parsed.ok) throw new Error(parsed.reason);
        const hits = matcherOf(parsed.query).find(text);
        if (hits.length > 0) expect(holdsNeeded(neededFor(parsed.query), fold(text).text)).toBe(true);
      }),
    );
  });

  test("letters with a star are found as the expression of it is", () => {
    const parts = fc.constantFrom("un", "u", "nun", "か", "安全", "s");
    const text = fc
      .array(fc.constantFrom(..."unsx 。か安全🍊1", "𝒳", "e\u0301"))
      .map((each) => each.join(""));
    fc.assert(
      fc.property(text, parts, fc.boolean(), fc.boolean(), (folded, letters, before, after) => {
        const any = "[\\p{L}\\p{M}\\p{N}]*";
        const same = new RegExp(`${before ? any : ""}${letters}${after ? any : ""}`, "gu");
        const expected = [...folded.matchAll(same)].map(({ index, 0: { length } }) => ({
          start: index,
          end: index + length,
        }));
        expect(wordParts(folded, { letters, before, after })).toEqual(expected);
      }),
    );
  });

  test.each([
    ["*un*", true],
    ["un", false],
    ["u*", true],
    ["sun*", false],
    ["人間", false],
    ["/[0-9]{4}/", true],
    ["/yea/", true],
    ["/year/", false],
    ["un* AND sun", false],
    ["un* OR sun", true],
  ])("%s has nothing to be looked up in an index: %s", (typed, open) => {
    const parsed = parseQuery(typed);
    if (!parsed.ok) throw new Error(parsed.reason);
    expect(isOpen(neededFor(parsed.query))).toBe(open);
  });

  test.each([
    ["/cafe/", "cafe\u0301"],
    ["?f か", "af か"],
    ["a*", "abc"],
    ["*か", "が、か"],
    ["AI 安", "AI安"],
  ])("%s is looked for in %j", (typed, text) => {
    const parsed = parseQuery(typed);
    if (!parsed.ok) throw new Error(parsed.reason);
    expect(matcherOf(parsed.query).find(text)).toHaveLength(1);
    expect(holdsNeeded(neededFor(parsed.query), fold(text).text)).toBe(true);
  });

  test("a whole text has the hits of its stretches, none in a label and none over two turns", () => {
    const first = "聞き手: 安全とは\n何か\n";
    const second = "A: 安全です。human\n";
    const third = "security\n";
    const text = first + second + third;
    const turns = [
      { start: 0, bodyStart: 5, end: first.length },
      { start: first.length, bodyStart: first.length + 3, end: first.length + second.length },
      { start: first.length + second.length, bodyStart: first.length + second.length, end: text.length },
    ];
    const find = (typed: string) => {
      const parsed = parseQuery(typed);
      if (!parsed.ok) throw new Error(parsed.reason);
      return findInText(text, turns, parsed.query).map(({ start, end }) => text.slice(start, end));
    };
    expect(find("安全とは何か")).toEqual(["安全とは\n何か"]);
    expect(find("聞き手 OR A")).toEqual([]);
    expect(find("human security")).toEqual([]);
    expect(find("安全")).toEqual(["安全", "安全"]);
    expect(stretchesOf(text, turns).map(({ turn }) => turn)).toEqual([0, 1, 2]);
  });
});
