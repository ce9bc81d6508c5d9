import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ATTRIBUTE_KINDS, canonicalValue, guessType } from "@/lib/domain/people";

const value = (kind: (typeof ATTRIBUTE_KINDS)[number], raw: string, choices: string[] = []) => {
  const result = canonicalValue({ kind, choices }, raw);
  return result.ok ? result.value : result.problem;
};

describe("values", () => {
  test.each([
    ["number", " １，２３４．５ ", "1234.5"],
    ["number", "-0.50", "-0.5"],
    ["number", "1e9", "not_a_decimal"],
    ["number", "12 years", "not_a_decimal"],
    ["date", "2026/5/1", "2026-05-01"],
    ["date", "２０２６年５月１日", "2026-05-01"],
    ["date", "1.5.2026", "2026-05-01"],
    ["date", "2026-05-01 0:00:00", "2026-05-01"],
    ["date", "2026-02-30", "not_a_date"],
    ["date", "5/1/2026", "not_a_date"],
    ["text", "  a\n b ", "a b"],
    ["text", "x".repeat(301), "too_long"],
    ["choice", "ＦＥＭＡＬＥ", "female"],
    ["choice", "other", "not_a_choice"],
    ["date", "", ""],
  ] as const)("%s %j is %j", (kind, raw, expected) => {
    expect(value(kind, raw, ["female", "male"])).toBe(expected);
  });

  test("law: a canonical value is its own canonical form", () => {
    const raw = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.date({ noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ATTRIBUTE_KINDS), raw, (kind, text) => {
        const type = { kind, choices: ["female", "男性"] };
        const once = canonicalValue(type, text);
        if (once.ok) expect(canonicalValue(type, once.value)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });

  test("what kind they are", () => {
    expect(guessType(["1", "", "２"]).kind).toBe("number");
    expect(guessType(["2026-01-01", "2026/2/1"]).kind).toBe("date");
    expect(guessType(["Japan", "Korea", "japan", "Korea", "Japan"])).toEqual({
      kind: "choice",
      choices: ["Japan", "Korea"],
    });
    expect(guessType(["a", "b", "c"]).kind).toBe("text");
    expect(guessType([]).kind).toBe("text");
  });
});
