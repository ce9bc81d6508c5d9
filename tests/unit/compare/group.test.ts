import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grouping, inGroup, NOT_STATED } from "@/lib/domain/compare";
import { ATTRIBUTE_KINDS, canonicalValue } from "@/lib/domain/people";

const number = { kind: "number", choices: [] } as const;
const date = { kind: "date", choices: [] } as const;
const text = { kind: "text", choices: [] } as const;
const labels = (attribute: Parameters<typeof grouping>[0], values: readonly string[]) =>
  grouping(attribute, values).groups.map(({ label }) => label);

describe("groups by attribute", () => {
  test("of a choice are in its order, without those that nobody has", () => {
    const choice = { kind: "choice", choices: ["日本", "Korea", "China"] } as const;
    expect(labels(choice, ["China", "日本", "", "China"])).toEqual(["日本", "China"]);
  });

  test("of few numbers or dates are their values, ascending as what they are", () => {
    expect(labels(number, ["12.5", "3", "40", "-2", "3"])).toEqual(["-2", "3", "12.5", "40"]);
    expect(labels(date, ["2020-02-29", "1999-12-31"])).toEqual(["1999-12-31", "2020-02-29"]);
  });

  test("of many numbers are spans of round bounds, without those that nobody is in", () => {
    const ages = [21, 25, 29, 33, 34, 38, 47, 52, 88].map(String);
    expect(labels(number, ages)).toEqual(["20–29", "30–39", "40–49", "50–59", "80–89"]);
    expect(grouping(number, ages).keyOf("29")).toBe("20..30");
    expect(labels(number, [-7, -6, -5, -4, -3, -2, -1, 0, 1, 2].map(String))).toEqual([
      "−8–−7",
      "−6–−5",
      "−4–−3",
      "−2–−1",
      "0–1",
      "2–3",
    ]);
    expect(labels(number, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.6].map(String))).toEqual([
      "0–<0.2",
      "0.2–<0.4",
      "0.4–<0.6",
      "0.6–<0.8",
      "0.8–<1",
      "1.6–<1.8",
    ]);
  });

  test("of many dates are whole years, or spans of years", () => {
    const days = Array.from({ length: 9 }, (_, at) => `2024-01-1${at}`);
    expect(labels(date, [...days, "2026-12-31"])).toEqual(["2024", "2026"]);
    const years = Array.from({ length: 9 }, (_, at) => `19${at + 1}1-05-05`).concat("1901-01-01");
    expect(labels(date, years)).toEqual(["1900–1919", "1920–1939", "1940–1959", "1960–1979", "1980–1999"]);
  });

  test("of texts are their words, whatever signs stand in them", () => {
    const { groups, keyOf } = grouping(text, ["left, very", "右.=%", "10..20"]);
    expect(groups.map(({ label }) => label)).toEqual(["10..20", "left, very", "右.=%"]);
    for (const { key } of groups) expect(key).not.toMatch(/[, ]/);
    expect(inGroup(text, keyOf("10..20"), "15")).toBe(false);
    expect(inGroup(text, keyOf("10..20"), "10..20")).toBe(true);
  });

  test("hold nobody where a key names none, and of whom nothing is known only where it says so", () => {
    expect(inGroup(number, "10..", "10")).toBe(false);
    expect(inGroup(number, "%E0%A4%A", "10")).toBe(false);
    expect(inGroup(number, NOT_STATED, undefined)).toBe(true);
    expect(inGroup(number, NOT_STATED, "")).toBe(true);
    expect(inGroup(number, "0..10", undefined)).toBe(false);
    expect(inGroup(number, NOT_STATED, "0")).toBe(false);
  });

  test("part everybody: each value is in exactly one of them, and that is the one its key names", () => {
    const raw = fc.oneof(
      fc.integer({ min: -3000, max: 3000 }).map(String),
      fc.float({ noNaN: true, min: -100, max: 100 }).map((each) => each.toFixed(4)),
      fc
        .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ATTRIBUTE_KINDS), fc.array(raw, { maxLength: 40 }), (kind, given) => {
        const choices = kind === "choice" ? given.map((each) => each.trim()).filter(Boolean) : [];
        const attribute = { kind, choices };
        const values = given.flatMap((each) => {
          const canonical = canonicalValue(attribute, each.toWellFormed());
          return canonical.ok && canonical.value ? [canonical.value] : [];
        });
        const { groups, keyOf } = grouping(attribute, values);
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
        for (const value of values) {
          const holding = groups.filter(({ key }) => inGroup(attribute, key, value));
          expect(holding.map(({ key }) => key)).toEqual([keyOf(value)]);
        }
        for (const { key } of groups)
          expect(values.some((value) => inGroup(attribute, key, value))).toBe(true);
      }),
    );
  });
});
