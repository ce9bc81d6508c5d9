import { describe, expect, test } from "vitest";
import { passagesOf, textsOf } from "@/components/search/coding/passages";
import { between, choose, NOTHING, stateOf } from "@/components/search/model/choice";
import { linesOf, type Place, placesOf } from "@/components/search/model/results";

const TEXT = "We fear. We fear floods.\nAnd fear?\n";

function place(start: number, more: Partial<Place> = {}): Place {
  const transcript = { id: "t", versionId: "v", title: "Talk", language: "en", numbers: [1] };
  const context = {
    before: "",
    quote: "fear",
    after: "",
    speaker: "A",
    number: 1,
    atMs: null,
    question: null,
  };
  const around: [number, number] = [0, TEXT.length];
  return {
    key: `v ${start}`,
    transcript,
    start,
    end: start + 4,
    around,
    role: "interviewee",
    ...context,
    ...more,
  };
}

const PLACES = [place(3), place(12), place(29)];
const TEXTS = new Map([["t", { versionId: "v", text: TEXT, language: "en" }]]);
const AS = { extent: "sentence", skipInterviewers: false } as const;

describe("what is to be coded", () => {
  test.each([
    ["hit", ["fear", "fear", "fear"]],
    ["sentence", ["We fear.", "We fear floods.", "And fear?"]],
    ["paragraph", ["We fear. We fear floods.", "And fear?"]],
    ["turn", [TEXT.trim()]],
  ] as const)("to its %s, where it meets another as one", (extent, quotes) => {
    const { passages, hits, transcripts } = passagesOf(PLACES, TEXTS, { ...AS, extent });
    expect(passages.map(({ quote }) => quote)).toEqual(quotes);
    for (const { start, end, quote } of passages) expect(TEXT.slice(start, end)).toBe(quote);
    expect([hits, transcripts]).toEqual([3, 1]);
  });

  test("leaves out interviewers' words if so wished, and what was found in another version", () => {
    const asked = place(29, { role: "interviewer" });
    const older = place(3, { transcript: { ...place(3).transcript, versionId: "older" } });
    expect(passagesOf([asked, older], TEXTS, { ...AS, skipInterviewers: true })).toEqual({
      passages: [],
      hits: 0,
      transcripts: 0,
      changed: 1,
      skipped: 1,
    });
    expect(passagesOf([asked], TEXTS, AS).hits).toBe(1);
  });
});

test("what is sent names the passages by text", () => {
  const other = { ...place(3), transcript: { ...place(3).transcript, id: "u", versionId: "w" } };
  const texts = new Map([...TEXTS, ["u", { versionId: "w", text: TEXT, language: "en" }]]);
  expect(textsOf(passagesOf([...PLACES, other], texts, { ...AS, extent: "hit" }).passages)).toEqual([
    {
      ...{ transcriptId: "t", versionId: "v" },
      ranges: [
        [3, 7],
        [12, 16],
        [29, 33],
      ],
    },
    { transcriptId: "u", versionId: "w", ranges: [[3, 7]] },
  ]);
});

describe("what is chosen", () => {
  test("is one place, all from one to another in either direction, or all of a transcript", () => {
    const some = choose(NOTHING, between(PLACES, 2, 1), true);
    expect([...some]).toEqual(["v 29", "v 12"].sort());
    expect([stateOf(some, PLACES), stateOf(some, between(PLACES, 1, 2)), stateOf(NOTHING, PLACES)]).toEqual([
      "indeterminate",
      true,
      false,
    ]);
    expect(choose(some, PLACES, false).size).toBe(0);
  });

  test("stands under the transcript that it is in", () => {
    const other = { id: "u", versionId: "w", title: "Other", language: "ja", numbers: [] };
    const { transcript, key: _, ...hit } = place(3);
    const page = {
      transcripts: [transcript, other],
      hits: [
        { ...hit, of: 0 },
        { ...hit, of: 1 },
        { ...hit, of: 1, start: 9 },
      ],
      ...{ next: null, counts: null, preparing: 0, looked: { texts: 2, of: 2 } },
    };
    expect(linesOf(placesOf(page)).map((line) => (line.kind === "group" ? line.count : line.index))).toEqual([
      1, 0, 2, 1, 2,
    ]);
  });
});
