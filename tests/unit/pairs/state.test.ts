import { describe, expect, test } from "vitest";
import {
  type Aligning,
  begin,
  type PairTexts,
  type Step,
  step,
  storedRows,
} from "@/components/pairs/align/state";
import { buildDocument, type ReaderDocument } from "@/components/reader/model/document";

/** A text of turns under these numbers, interviewers first and in turn. */
function text(aligns: (number | null)[], language: string): ReaderDocument {
  const words = aligns.map(() => "ab🍊 cd\n").join("");
  const each = words.length / aligns.length;
  const payload: Parameters<typeof buildDocument>[0] = {
    versionId: language,
    language,
    text: words,
    turns: aligns.map((align, index) => [
      index * each,
      index * each,
      (index + 1) * each - 1,
      index % 2,
      null,
      align,
    ]),
    speakers: [
      { label: "Q", role: "interviewer", intervieweeNumber: null },
      { label: "A", role: "interviewee", intervieweeNumber: 1 },
    ],
    passages: [],
    redactions: [],
  };
  return buildDocument(payload);
}

const texts: PairTexts = { first: text([0, 1, null, 2], "en"), second: text([0, 1, 2, null], "ja") };
const act = (...steps: Step[]): Aligning => steps.reduce(step(texts), begin(storedRows(texts)));
const rows = ({ rows: all }: Aligning) => all.map(({ first, second }) => `${first}${second}`).join(" ");

describe("correcting a pair", () => {
  test("begins as it is stored", () => {
    expect(rows(act())).toBe("11 11 10 11 01");
  });

  test("a step moves the cell at hand with the rows, and undoing brings the rows back", () => {
    const joined = act({ kind: "go", row: 2, side: "first" }, { kind: "join" });
    expect(rows(joined)).toBe("11 21 11 01");
    expect(joined).toMatchObject({ at: { row: 1, side: "first" }, said: { what: "join" } });
    const undone = step(texts)(joined, { kind: "undo" });
    expect(rows(undone)).toBe("11 11 10 11 01");
    expect(rows(step(texts)(undone, { kind: "redo" }))).toBe("11 21 11 01");
    expect(step(texts)(step(texts)(undone, { kind: "split" }), { kind: "redo" })).toMatchObject({
      said: { what: "nothing" },
    });
  });

  test("what changes nothing is said, and cannot be undone", () => {
    expect(act({ kind: "join" })).toMatchObject({ done: [], said: { what: "nothing" } });
    expect(act({ kind: "undo" })).toMatchObject({ said: { what: "nothing" } });
  });

  test("goes on to the next turn without a counterpart, and around", () => {
    expect(act({ kind: "next" }).at.row).toBe(2);
    expect(act({ kind: "next" }, { kind: "next" }).at.row).toBe(4);
    expect(act({ kind: "next" }, { kind: "next" }, { kind: "next" }).at.row).toBe(2);
  });

  test("stays inside the rows", () => {
    expect(act({ kind: "go", row: 99, side: "second" }).at).toEqual({ row: 4, side: "second" });
    expect(act({ kind: "go", row: -1, side: "first" }).at.row).toBe(0);
  });

  test("aligns anew by who speaks and how long", () => {
    const anew = act({ kind: "anew" });
    expect(rows(anew)).toBe("11 11 11 11");
    expect(act({ kind: "anew" }, { kind: "next" }).said?.what).toBe("noNext");
    expect(anew.done).toHaveLength(1);
  });
});
