import { describe, expect, it } from "vitest";
import { ownPart } from "@/components/left-work/own-part";
import { leftOf } from "@/components/left-work/use-left-work";
import { CodingOperation } from "@/lib/schemas/coding";
import { freshId } from "@/tests/unit/reader/support";

const WORDS = "what the interviewee said";
const range = { start: 3, end: 9 };
const quoted = { ...range, quote: WORDS };
const [codeId, other] = [freshId(), freshId()];
const codings = [{ id: freshId(), codeId }];
const of = (operation: object) =>
  CodingOperation.parse({ id: freshId(), versionId: freshId(), segmentId: freshId(), ...operation });

/** One of each kind, with all that it may hold. */
const EACH = [
  of({ kind: "apply", ...quoted, codings }),
  of({ kind: "uncode", codingIds: [freshId()] }),
  of({ kind: "confirm", codingIds: [freshId()], revision: 3 }),
  of({ kind: "resize", ...quoted, base: range }),
  of({
    kind: "annotate",
    changes: { memo: "My own thought", stance: "personal", certainty: "unsure", permission: "withheld" },
    base: { memo: WORDS, permission: null },
  }),
  of({ kind: "remove" }),
  of({ kind: "recode", codingId: freshId(), to: { id: freshId(), codeId: other } }),
  of({ kind: "split", base: range, left: quoted, right: { ...quoted, segmentId: freshId() }, codings: [] }),
  of({
    ...{ kind: "unite", ...quoted, codings: [], codeId },
    parts: [1, 2].map(() => ({ ...range, segmentId: freshId() })),
  }),
  of({ kind: "undo", eventId: freshId() }),
];

describe("work that its maker can no longer open", () => {
  it("is shown of every kind, without a word of the transcript", () => {
    expect(new Set(EACH.map(({ kind }) => kind)).size).toBe(CodingOperation.options.length);
    for (const operation of EACH) expect(JSON.stringify(ownPart(operation))).not.toContain(WORDS);
  });

  it("is their codes, the places, and what they wrote", () => {
    const parts = new Map(EACH.map((operation) => [operation.kind, ownPart(operation)]));
    expect(parts.get("apply")).toMatchObject({ codeIds: [codeId], places: [range] });
    expect(parts.get("recode")).toMatchObject({ codeIds: [other], places: [] });
    expect(parts.get("split")?.places).toEqual([range, range]);
    expect(parts.get("unite")).toMatchObject({ codeIds: [codeId], places: [range] });
    expect(parts.get("annotate")).toMatchObject({
      ...{ memo: "My own thought", stance: "personal", certainty: "unsure", permission: "withheld" },
    });
  });

  it("is none of what can still be opened, which is sent from there", () => {
    const [lost, open] = [freshId(), freshId()];
    const kept = new Map([lost, open].map((id) => [id, EACH.map(ownPart)]));
    const { works } = leftOf(kept, { transcripts: [{ id: lost, study: null }], codes: [] });
    expect(works.map(({ transcriptId, parts }) => [transcriptId, parts.length])).toEqual([
      [lost, EACH.length],
    ]);
  });
});
