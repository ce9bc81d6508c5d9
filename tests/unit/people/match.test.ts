import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Matchable, matchFiles } from "@/lib/domain/people";

const person = (number: number, name: string | null = null, file: string | null = null): Matchable => ({
  id: `#${number}`,
  number,
  name,
  file,
});
const people = [
  person(1, "Mori Hanako", "talk with the mayor.docx"),
  person(2, "伊藤 一郎"),
  person(3, "Ann O’Neill"),
  person(12, "Mori Jun", "a.txt; b.txt"),
  person(2026),
];
const whose = (fileName: string) => {
  const [match] = matchFiles([fileName], people);
  return match?.intervieweeId ?? match?.candidates.join("|") ?? "";
};

describe("whose a file is", () => {
  test.each([
    ["Talk with the Mayor.docx", "#1"],
    ["talk with the mayor", "#1"],
    ["folder 3/b.txt", "#12"],
    ["interview 03.docx", "#3"],
    ["Interview_12_2026-05-01.vtt", "#12"],
    ["P3.pdf", "#3"],
    ["協力者２.txt", "#2"],
    ["3番.txt", "#3"],
    ["#12 final v2.docx", "#12"],
    ["20260501_3.docx", "#3"],
    ["2026年5月1日 12.docx", "#12"],
    ["3 (2).docx", "#3"],
    ["2026.txt", "#2026"],
    ["mori_hanako.docx", "#1"],
    ["伊藤一郎（清書）.docx", "#2"],
    ["Ann O’Neill.txt", "#3"],
    ["12/notes.txt", "#12"],
    ["2 and 3.txt", "#2|#3"],
    ["mori.txt", ""],
    ["interview 99.txt", ""],
    ["notes.txt", ""],
    ["", ""],
  ])("%s", (fileName, id) => {
    expect(whose(fileName)).toBe(id);
  });

  test("a name that two have is nobody's, and both are named", () => {
    const twins = [person(5, "Kim Lee"), person(4, "Kim Lee")];
    expect(matchFiles(["Kim Lee.txt"], twins)).toEqual([
      { fileName: "Kim Lee.txt", intervieweeId: null, by: "name", candidates: ["#4", "#5"] },
    ]);
  });

  test("law: the order of files and of people does not matter, and nobody is made up", () => {
    const name = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom("P3.txt", "2 and 3.txt", "伊藤一郎.md"),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (names) => {
        const matches = matchFiles(names, people);
        expect(matches.map(({ fileName }) => fileName)).toEqual(names);
        expect(matchFiles([...names].reverse(), [...people].reverse()).reverse()).toEqual(matches);
        for (const { intervieweeId, candidates } of matches) {
          if (intervieweeId) expect(people.some(({ id }) => id === intervieweeId)).toBe(true);
          expect(candidates.length).not.toBe(1);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
