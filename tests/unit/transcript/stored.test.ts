import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asPartner,
  type Draft,
  draftOf,
  parseText,
  prepareDraft,
  type StoredKind,
  type StoredRows,
  sizeOf,
  textRows,
} from "@/lib/domain/transcript";

let made = 0;
const newId = () => `id-${made++}`;
const alone = { language: "ja", partner: null, newId };

function draft(text: string, changes: Partial<Draft> = {}): Draft {
  return { ...draftOf(parseText(text), [], () => null), ...changes };
}

/** The rows of one kind, in the order in which they would be written. */
function rowsOf(pieces: Iterable<StoredRows>, kind: StoredKind): Record<string, unknown>[] {
  return [...pieces].filter((piece) => piece.kind === kind).flatMap(({ json }) => JSON.parse(json));
}

/** A text as a database puts it together again. */
function textOf(pieces: readonly StoredRows[]): string {
  const paragraphs = new Map<unknown, string>();
  for (const { ordinal, text } of rowsOf(pieces, "Paragraph")) paragraphs.set(ordinal, String(text));
  for (const { ordinal, text } of rowsOf(pieces, "Words"))
    paragraphs.set(ordinal, `${paragraphs.get(ordinal)}${text}`);
  return [...paragraphs.values()].join("");
}

const TALK = "聞き手：[00:01] 安全？🍊\n協力者：がんばる。\n　続き e\u0301\n\n聞き手：そう？\n協力者：はい。";

describe("the rows of a draft", () => {
  test("are its paragraphs, turns and points, with speakers before those who speak", () => {
    const { head, rows } = prepareDraft(draft(TALK), alone);
    const pieces = [...rows];
    expect(pieces.map(({ kind }) => kind)).toEqual(["Speaker", "Paragraph", "Turn", "SyncPoint"]);
    expect(textOf(pieces)).toBe(TALK);
    const speakers = rowsOf(pieces, "Speaker");
    expect(speakers.map(({ label, role }) => [label, role])).toEqual([
      ["聞き手", "interviewer"],
      ["協力者", "interviewee"],
    ]);
    const turns = rowsOf(pieces, "Turn");
    expect(turns.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2, 3]);
    expect(turns.map(({ speakerId }) => speakers.findIndex(({ id }) => id === speakerId))).toEqual([
      0, 1, 0, 1,
    ]);
    expect(head).toMatchObject({ length: TALK.length, turns: 4, speakers: 2, passages: 0, aligned: null });
    expect(head.size).toEqual(sizeOf({ ...draft(TALK), language: "ja" }));
  });

  test("name each interviewee and each question once", () => {
    const passage = { start: 0, end: 4, status: "answered" as const };
    const speaker = { aliases: [], role: "interviewee" as const, intervieweeId: "anna" };
    const { head, rows } = prepareDraft(
      draft(TALK, {
        turns: [],
        speakers: [
          { ...speaker, label: "A" },
          { ...speaker, label: "B" },
        ],
        passages: [
          { ...passage, questionId: "one" },
          { ...passage, questionId: "one", byHand: true },
        ],
      }),
      alone,
    );
    expect([head.interviewees, head.questions]).toEqual([["anna"], ["one"]]);
    expect(rowsOf(rows, "Passage").map(({ byHand }) => byHand)).toEqual([false, true]);
  });

  test("are the text whatever it holds, and in pieces that are no larger than is written at once", () => {
    const words = fc.constantFrom("a", "あ", "🍊", "\n", '"', "\\", "\u2028", "e\u0301");
    const long = fc.tuple(
      fc.array(words, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 1, max: 50_000 }),
    );
    fc.assert(
      fc.property(fc.array(long, { maxLength: 2 }), (parts) => {
        const text = parts.map(([each, times]) => each.join("").repeat(times)).join("");
        const pieces = [...textRows({ text, turns: [], points: [], passages: [] }, [], newId)];
        expect(textOf(pieces) === text).toBe(true);
        for (const { json } of pieces) expect(JSON.parse(json).length).toBeLessThanOrEqual(2000);
        for (const { text: part } of [...rowsOf(pieces, "Paragraph"), ...rowsOf(pieces, "Words")]) {
          expect(String(part).length).toBeLessThanOrEqual(256 * 1024 + 1);
          expect(String(part).isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 8 },
    );
  });

  test("never part a character, in a line of any length", () => {
    const text = `a${"🍊".repeat(200_000)}`;
    const pieces = [...textRows({ text, turns: [], points: [], passages: [] }, [], newId)];
    const words = rowsOf(pieces, "Words");
    expect([rowsOf(pieces, "Paragraph").length, words.length]).toEqual([1, 1]);
    expect(words.every((row) => String(row.text).isWellFormed())).toBe(true);
    expect(textOf(pieces) === text).toBe(true);
  });

  test("of thousands of short lines are many pieces, with every line once and in order", () => {
    const text = "A: b\nC: d?\n".repeat(2500);
    const pieces = [...prepareDraft(draft(text), alone).rows];
    for (const kind of ["Paragraph", "Turn"] as const) {
      expect(pieces.filter((piece) => piece.kind === kind)).toHaveLength(3);
      expect(rowsOf(pieces, kind).map(({ ordinal }) => ordinal)).toEqual(
        Array.from({ length: 5000 }, (_, ordinal) => ordinal),
      );
    }
  });
});

describe("a draft with a partner", () => {
  const english = draft("Interviewer: Safe?\nAnna: I try.\nInterviewer: So?\nAnna: Yes.\n");

  test("is numbered with it, turn by turn", () => {
    const { head, rows } = prepareDraft(draft(TALK), { ...alone, partner: asPartner(english) });
    const pieces = [...rows];
    expect(head.aligned).toBe("turns");
    expect(rowsOf(pieces, "Turn").map(({ align }) => align)).toEqual([0, 1, 2, 3]);
    expect(rowsOf(pieces, "Partner")).toEqual([0, 1, 2, 3].map((align) => ({ ordinal: align, align })));
  });

  test("keeps the numbers that it brings, and the partner's", () => {
    const turns = draft(TALK).turns.map((turn) => ({ ...turn, align: 7 }));
    const { head, rows } = prepareDraft(draft(TALK, { turns }), { ...alone, partner: asPartner(english) });
    const pieces = [...rows];
    expect(head.aligned).toBe("given");
    expect(rowsOf(pieces, "Turn").map(({ align }) => align)).toEqual([7, 7, 7, 7]);
    expect(rowsOf(pieces, "Partner")).toEqual([]);
  });

  test("takes over a question that only the partner was seen to ask", () => {
    const passage = { questionId: "one", start: 0, end: 30, status: "answered" as const };
    const partner = asPartner({ ...english, passages: [passage] });
    const { head, rows } = prepareDraft(draft(TALK), { ...alone, partner });
    expect(head.questions).toEqual(["one"]);
    expect(rowsOf(rows, "Passage")).toMatchObject([{ questionId: "one", start: 0, status: "answered" }]);
  });
});
