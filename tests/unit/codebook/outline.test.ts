import { expect, test } from "vitest";
import { parseOutline } from "@/lib/domain/codebook";

const read = (text: string) => parseOutline(text).map(({ path }) => path.join("/"));

test("a code stands below the nearest earlier line that is indented less", () => {
  expect(read("Risks\n  East Asia\n    Storms\n  Japan\nValue\r\n\tDignity")).toEqual([
    "Risks",
    "Risks/East Asia",
    "Risks/East Asia/Storms",
    "Risks/Japan",
    "Value",
    "Value/Dignity",
  ]);
});

test("a step back that fits no earlier indent goes below the nearest that is indented less", () => {
  expect(read("a\n    b\n  c\n      d")).toEqual(["a", "a/b", "a/c", "a/c/d"]);
});

test("bullets and numbers go, definitions follow a colon, times and addresses are no definitions", () => {
  const codes = parseOutline("- Fear: being afraid\n・尊厳：人として扱われること\n2. Work at 10:30");
  expect(codes.map(({ path, texts }) => [path[0], texts.definition])).toEqual([
    ["Fear", "being afraid"],
    ["尊厳", "人として扱われること"],
    ["Work at 10:30", undefined],
  ]);
});

test("lines keep their numbers, blank ones too", () => {
  expect(parseOutline("\n\na\n\n b").map(({ line }) => line)).toEqual([3, 5]);
});
