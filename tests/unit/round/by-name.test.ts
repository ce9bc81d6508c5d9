import { expect, test } from "vitest";
import { byName } from "@/lib/domain/round";

const named = (...names: string[]) => names.map((name, id) => ({ name, id }));
const order = (locale: string, ...names: string[]) => byName(named(...names), locale).map(({ name }) => name);

test("coders stand as the reader of the page looks for them, and not by the numbers of their letters", () => {
  expect(order("en", "aiko", "Ben", "Émile", "Zoe", "eve", "Coder 10", "Coder 9")).toEqual([
    "aiko",
    "Ben",
    "Coder 9",
    "Coder 10",
    "Émile",
    "eve",
    "Zoe",
  ]);
  expect(order("ja", "わだ", "あおき", "かとう", "ガルシア")).toEqual([
    "あおき",
    "かとう",
    "ガルシア",
    "わだ",
  ]);
  expect(order("sv", "Öberg", "Zoe", "Åsa")).toEqual(["Zoe", "Åsa", "Öberg"]);
});

test("those of one name keep their order", () => {
  expect(byName(named("Aiko", "Ben", "Aiko"), "en").map(({ id }) => id)).toEqual([0, 2, 1]);
});
