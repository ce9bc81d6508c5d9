import { describe, expect, test } from "vitest";
import { titleOf } from "@/components/imports/model/choices";
import { chosenFiles } from "@/components/imports/model/dropped";
import { type BatchFile, progressOf } from "@/components/imports/model/files";
import { interviewByName } from "@/components/imports/model/match";
import { chosenBy, sameName } from "@/components/imports/model/pairs";
import type { BatchPlace, ImportChoices } from "@/lib/schemas/imports";

const person = (id: string, number: number) => ({ id, number, name: null, file: null });
const place = {
  people: [person("a", 1), person("b", 7), person("c", 12), person("d", 2024)],
  interviews: [
    { id: "one", date: null, intervieweeIds: ["a"] },
    { id: "seven", date: null, intervieweeIds: ["b"] },
    { id: "twelve", date: null, intervieweeIds: ["c"] },
    { id: "again", date: null, intervieweeIds: ["c"] },
    { id: "year", date: null, intervieweeIds: ["d"] },
  ],
} as unknown as BatchPlace;

describe("the interview that a file's name means", () => {
  test.each([
    ["7.txt", "seven"],
    ["interviews/No. 07 (NGO).docx", "seven"],
    ["聞き取り０７.txt", "seven"],
    ["interview_7_2024-03-12.txt", "seven"],
    ["2024/interview 1.txt", "one"],
    ["1 and 7.txt", null],
    ["12.txt", null],
    ["99.txt", null],
    ["notes.txt", null],
    ["20240307.txt", null],
  ])("%s", (name, interview) => {
    expect(interviewByName(name, place)).toBe(interview);
  });
});

test.each([
  ["7_en.txt", "7_ja.docx", true],
  ["a/Interview 7 (English).txt", "b/Interview 7 (Japanese).txt", true],
  ["面接7_日本語.txt", "面接7_英語.txt", true],
  ["7_en.txt", "8_ja.txt", false],
  ["jane.txt", "en.txt", false],
  ["en.txt", "ja.txt", false],
])("%s and %s differ in their language alone: %s", (one, other, same) => {
  expect(sameName(one, other)).toBe(same);
});

test("a pair that was chosen on one side is known on the other", () => {
  const files = ["1", "2", "3"].map((id) => ({ id }) as BatchFile);
  const choices = (id: string) =>
    ({ pairWith: id === "2" ? { is: "upload", id: "1" } : null }) as ImportChoices;
  const asking = { files, choicesOf: ({ id }: BatchFile) => choices(id) };
  expect(files.map((file) => chosenBy({ ...asking, file })?.id)).toEqual(["2", undefined, undefined]);
});

test.each([
  ["folder/7_final  version.docx", "7 final version"],
  ["聞き取り１.txt", "聞き取り１"],
  ["folder/.txt", "folder/.txt"],
  [`${"長".repeat(400)}.txt`, "長".repeat(300)],
])("the title of %s", (name, title) => {
  expect(titleOf(name)).toBe(title);
});

test("what systems leave in folders stays out", () => {
  const names = ["talk.txt", ".DS_Store", "Thumbs.db"];
  const files = names.map((name) => new File(["x"], name));
  const within = new File(["x"], "._talk.txt");
  Object.defineProperty(within, "webkitRelativePath", { value: "a/__MACOSX/._talk.txt" });
  expect(chosenFiles([...files, within]).map(({ name }) => name)).toEqual(["talk.txt"]);
});

test("a batch is half done when its files are sent, and done when all have ended", () => {
  const file = (status: BatchFile["status"], sent = 10): BatchFile => ({
    id: status,
    name: "",
    size: 10,
    status,
    sent,
    problem: null,
    transcriptId: null,
    facts: null,
  });
  expect(progressOf([file("waiting", 0), file("sending", 5), file("received"), file("read")])).toEqual({
    done: 1.75,
    total: 4,
  });
  expect(progressOf([file("stored"), file("failed"), file("cancelled"), file("refused")])).toEqual({
    done: 3,
    total: 3,
  });
  expect(progressOf([])).toEqual({ done: 0, total: 0 });
});
