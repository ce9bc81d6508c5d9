import { describe, expect, test } from "vitest";
import { type Planned, passagesOf, planned } from "@/components/search/coding/passages";
import { sendAll, undoing } from "@/components/search/coding/send";
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

describe("what is sent", () => {
  const plan = (): Planned[] => {
    let last = 0;
    return planned(passagesOf(PLACES, TEXTS, AS).passages, "code", () => {
      last += 1;
      return `id-${last}`;
    });
  };
  const sending = { signal: new AbortController().signal, onProgress: () => undefined };
  const ok = (id: string) => ({ id, ok: true as const, seq: 1, change: { segments: [], codings: [] } });

  test("is sent again under the same ids where no answer came", async () => {
    const seen: string[][] = [];
    const sent = await sendAll(
      plan(),
      async ({ operations }) => {
        seen.push(operations.map(({ id }) => id));
        if (seen.length === 1) throw new Error("no network");
        return { ok: true, value: operations.map(({ id }) => ok(id)) };
      },
      sending,
    );
    expect([sent.done.length, sent.left.length]).toEqual([3, 0]);
    expect(seen[1]).toEqual(seen[0]);
  });

  test("is told apart: done, refused, and left where the server stays away or one stops", async () => {
    const refused = await sendAll(
      plan(),
      async ({ operations: [first, ...others] }) => ({
        ok: true,
        value: [
          { id: first?.id ?? "", ok: false, reason: "retired_code" },
          ...others.map(({ id }) => ok(id)),
        ],
      }),
      sending,
    );
    expect([refused.done.length, refused.refused.length]).toEqual([2, 1]);
    const away = await sendAll(plan(), async () => ({ ok: false, error: { code: "unavailable" } }), sending);
    expect([away.left.length, away.stopped]).toEqual([3, false]);
    const stopped = await sendAll(plan(), () => Promise.reject(new Error("not asked")), {
      ...sending,
      signal: AbortSignal.abort(),
    });
    expect([stopped.left.length, stopped.stopped]).toEqual([3, true]);
  });

  test("is taken back the last first", () => {
    const done = plan();
    expect(undoing(done, () => "new").map(({ operation }) => operation)).toEqual(
      done.toReversed().map(({ operation }) => ({ id: "new", kind: "undo", eventId: operation.id })),
    );
  });
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
