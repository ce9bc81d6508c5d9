import { expect, test } from "vitest";
import { parseLines } from "@/components/people/parse-lines";

const none = new Set<number>();
const people = (text: string) => parseLines(text, none).map((line) => (line.ok ? line.person : line.problem));

test("columns may be separated by commas or tabs, and the last three may be missing", () => {
  expect(
    people("1, Aid agency, Officer, 2026-04-30, 60\r\n\r\n2\tUniversity\n３，省庁，局長，2026/04/30"),
  ).toEqual([
    { number: 1, sector: "Aid agency", position: "Officer", date: "2026-04-30", minutes: 60 },
    { number: 2, sector: "University", position: "", date: null, minutes: null },
    { number: 3, sector: "省庁", position: "局長", date: "2026-04-30", minutes: null },
  ]);
});

test("a comma inside quotation marks stays in its column, and so does a doubled mark", () => {
  expect(people('4, "Company, small", "Head of ""care"""')).toEqual([
    { number: 4, sector: "Company, small", position: 'Head of "care"', date: null, minutes: null },
  ]);
});

test("a spreadsheet's empty columns at the end are no columns", () => {
  expect(people("5\tNGO\t\t\t\t\t\t")).toEqual([
    { number: 5, sector: "NGO", position: "", date: null, minutes: null },
  ]);
});

test("each line says what is wrong with it, and by its place in what was pasted", () => {
  const lines = parseLines(
    "\nx, NGO\n7, NGO\n7, NGO\n8\n9, NGO, , 30.4.2026\n9, NGO, , , an hour\n9, a, b, , , c\n0, NGO",
    new Set([7]),
  );
  expect(lines.map((line) => (line.ok ? "ok" : [line.line, line.problem, line.number]))).toEqual([
    [2, "number", null],
    [3, "taken", 7],
    [4, "taken", 7],
    [5, "sector", 8],
    [6, "date", 9],
    [7, "minutes", 9],
    [8, "columns", 9],
    [9, "number", null],
  ]);
  expect(people("1, NGO\n1, NGO")).toEqual([expect.objectContaining({ number: 1 }), "twice"]);
});

test("a long line is refused, and a very long one costs no time", () => {
  expect(people(`1, ${"x".repeat(10_000)}`)).toEqual(["long"]);
  expect(people(`1, "${'""'.repeat(50_000)}`)).toEqual(["long"]);
});
