import { expect, test } from "vitest";
import { parseOutline } from "@/components/codebook/parse-outline";

const read = (text: string, taken: string[] = [], under: string[] = []) =>
  parseOutline(text, new Set(taken), under).map(({ name, parent, depth, problem }) => [
    name,
    parent,
    depth,
    problem,
  ]);

test("a code stands below the nearest earlier line that is indented less", () => {
  expect(read("Risks\n  East Asia\n    Storms\n  Japan\nValue\r\n\tDignity")).toEqual([
    ["Risks", null, 0, null],
    ["East Asia", 0, 1, null],
    ["Storms", 1, 2, null],
    ["Japan", 0, 1, null],
    ["Value", null, 0, null],
    ["Dignity", 4, 1, null],
  ]);
});

test("a step back that fits no earlier indent goes below the nearest that is indented less", () => {
  expect(read("a\n    b\n  c\n      d").map((row) => row.slice(0, 2))).toEqual([
    ["a", null],
    ["b", 0],
    ["c", 0],
    ["d", 2],
  ]);
});

test("bullets and numbers go, definitions follow a colon, times and addresses are no definitions", () => {
  const codes = parseOutline(
    "- Fear: being afraid\n・尊厳：人として扱われること\n2. Work at 10:30",
    new Set(),
    [],
  );
  expect(codes.map(({ name, definition }) => [name, definition])).toEqual([
    ["Fear", "being afraid"],
    ["尊厳", "人として扱われること"],
    ["Work at 10:30", ""],
  ]);
});

test("what is there already is said, whatever its case, and only in its own place", () => {
  expect(read("FEAR\nRisks\n fear\nRisks", ["fear"])).toEqual([
    ["FEAR", null, 0, "there"],
    ["Risks", null, 0, null],
    ["fear", 1, 1, null],
    ["Risks", null, 0, "there"],
  ]);
  expect(read("Storms", ["risks > storms"], ["Risks"])).toEqual([["Storms", null, 0, "there"]]);
});

test("names that cannot be stored are marked", () => {
  expect(read(`a > b\n${"x".repeat(10_000)}`).map((row) => row[3])).toEqual(["separator", "long"]);
});
