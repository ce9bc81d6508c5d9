import { describe, expect, test } from "vitest";
import type { ReaderPerson } from "@/components/reader/model/frame";
import { type TakenFrom, takenOf, takenOnceAsked } from "@/components/reader/model/taken";
import type { Permission } from "@/lib/domain/permission";
import { document, TEXT } from "./support";

const person = (permission: Permission, number = 4): ReaderPerson => ({
  ...{ number, position: "Ferry hand", permission, sector: "Fishery", soleInSector: false },
});
/** The answer alone, and the question with it. */
const ANSWER = { start: 26, end: 36 };
const BOTH = { start: 4, end: TEXT.length };

function take(permission: Permission, range = ANSWER, own: Permission | null = null) {
  const segments = own === null ? [] : [{ start: 30, end: 34, permission: own }];
  return takenOf({ document, people: [person(permission)], segments }, range);
}

describe("what may leave with a selection", () => {
  test.each([
    ["named", { label: "Mori", number: 4, sector: "Fishery" }],
    ["number", { label: null, number: 4, sector: "Fishery" }],
    ["sector", { label: null, number: null, sector: "Fishery" }],
  ] as const)("by %s: the words, and no more of who said them", (permission, who) => {
    expect(take(permission)).toEqual({ ok: true, turns: [{ ...who, words: TEXT.slice(26, 36) }] });
  });

  test.each(["paraphrase", "withheld"] as const)(
    "nothing where it is %s, by the person or the segment",
    (permission) => {
      expect(take(permission)).toEqual({ ok: false, permission });
      expect(take("named", ANSWER, permission)).toEqual({ ok: false, permission });
      // A segment that the range has no part in says nothing of it.
      expect(take("named", { start: 35, end: 37 }, permission).ok).toBe(true);
    },
  );

  test("an interviewer's words are free, and keep those that are not with them in", () => {
    expect(take("withheld", { start: 0, end: 8 })).toMatchObject({
      ok: true,
      turns: [{ label: "Interviewer" }],
    });
    expect(take("withheld", BOTH)).toEqual({ ok: false, permission: "withheld" });
  });

  test("labels that stand in the text are no words, so that no name goes with a number", () => {
    const taken = take("number", BOTH);
    expect(taken.ok && taken.turns.map(({ words }) => words)).toEqual([
      "river 🌊 ran.\n",
      TEXT.slice(22, 41),
    ]);
  });

  test("where nobody knows which of several spoke, the strictest holds, and nobody is named", () => {
    const others = [person("named", 7), person("sector", 8)];
    expect(takenOf({ document, people: others, segments: [] }, ANSWER)).toMatchObject({
      ok: true,
      turns: [{ label: null, number: null, sector: null }],
    });
    expect(takenOf({ document, people: [], segments: [] }, ANSWER)).toEqual({
      ok: false,
      permission: "withheld",
    });
  });
});

describe("what may leave once it is asked, of whoever may not be told of all", () => {
  const open: TakenFrom = { document, people: [person("named")], segments: [] };
  const withheld = [{ start: 22, end: 41, permission: "withheld" as const }];

  test("is nothing where it is kept in since, or where that cannot be known", async () => {
    expect(takenOf(open, ANSWER).ok).toBe(true);
    const once = (answer: TakenFrom["segments"] | null) =>
      takenOnceAsked(() => ({ ...open, ask: async () => answer }), ANSWER);
    expect(await once([])).toMatchObject({ ok: true });
    expect(await once(withheld)).toEqual({ ok: false, permission: "withheld" });
    expect(await once(null)).toBeNull();
  });

  test("rests on what was told meanwhile, too; nothing is asked of whoever is told of all", async () => {
    let segments: TakenFrom["segments"] = [];
    const ask = async () => {
      segments = withheld;
      return [];
    };
    expect(await takenOnceAsked(() => ({ ...open, segments, ask }), ANSWER)).toMatchObject({ ok: false });
    expect(await takenOnceAsked(() => ({ ...open, ask: null }), ANSWER)).toMatchObject({ ok: true });
  });
});
