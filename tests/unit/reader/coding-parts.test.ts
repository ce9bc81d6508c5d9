import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf } from "@/components/reader/model/coding-parts";
import { CodingsPayload } from "@/lib/schemas/coding";
import { freshId, ME, newStore, OTHER, VERSION } from "./support";

type Payload = CodingsPayload;

/** Written out as the server does it. */
const written = ({ segments, codings, ...head }: Payload) => {
  const lines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join(",\n");
  return `${JSON.stringify(head).slice(0, -1)},"segments":[\n${lines(segments)}\n],"codings":[\n${lines(codings)}\n]}`;
};

/** So many segments in order of place, each with none to three codings, and memos that look like rows themselves. */
function payloadOf(count: number): Payload {
  const segments: Payload["segments"] = Array.from({ length: count }, (_, index) => {
    const start = Math.floor(index / 40);
    return [
      freshId(),
      start,
      start + 9,
      index % 2,
      "personal",
      null,
      index % 7 ? "" : '],["\n],"codings":[\n',
      1,
      null,
    ];
  });
  const codings: Payload["codings"] = segments.flatMap((_, index) =>
    Array.from({ length: index % 4 }, (): Payload["codings"][number] => [freshId(), index, freshId(), 0]),
  );
  return { versionId: VERSION, seq: 7, coders: [ME, OTHER], segments, codings };
}

describe("a long answer", () => {
  it("comes in parts that are answers, with every row once and every coding beside its segment", () => {
    fc.assert(
      fc.property(fc.nat(2_300), fc.nat(80), (count, offset) => {
        const whole = payloadOf(count);
        const rows: Payload["segments"] = [];
        const codings: string[] = [];
        for (const part of partsOf(written(whole), offset)) {
          const { segments, codings: some, ...head } = CodingsPayload.parse(part);
          expect(head).toEqual({ versionId: VERSION, seq: 7, coders: [ME, OTHER] });
          for (const [id, segment] of some) codings.push(`${id} ${segments[segment]?.[0]}`);
          rows.push(...segments);
        }
        const placed = ([, start]: Payload["segments"][number]) => start;
        expect(rows.toSorted((a, b) => placed(a) - placed(b) || a[0].localeCompare(b[0]))).toEqual(
          whole.segments,
        );
        expect(codings.toSorted()).toEqual(
          whole.codings.map(([id, segment]) => `${id} ${whole.segments[segment]?.[0]}`).toSorted(),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("begins with the part about the place that is read", () => {
    const [first] = partsOf(written(payloadOf(2_000)), 30);
    const starts = CodingsPayload.parse(first).segments.map(([, start]) => start);
    expect(Math.min(...starts)).toBeLessThanOrEqual(30);
    expect(Math.max(...starts)).toBeGreaterThanOrEqual(30);
  });

  it("is refused where it is something else", () => {
    expect(() => [...partsOf('{"error":"unavailable"}', 0)]).toThrow();
  });
});

describe("a store that takes it in part by part", () => {
  const states = fc.array(
    fc.record({ start: fc.nat(12), length: fc.integer({ min: 1, max: 8 }), coder: fc.nat(1) }),
    { minLength: 1, maxLength: 40 },
  );

  it("comes to what it would be at once, also over what it knew before", () => {
    fc.assert(
      fc.property(states, states, fc.nat(40), (before, after, from) => {
        const answers = [before, after].map((rows, seq): Payload => {
          const segments = rows
            .map(
              ({ start, length, coder }): Payload["segments"][number] =>
                [
                  ...[freshId(), start, start + length, coder, "personal", null, "", 1, null],
                ] as unknown as Payload["segments"][number],
            )
            .sort((a, b) => a[1] - b[1] || b[2] - a[2] || a[0].localeCompare(b[0]));
          const codings = segments.map((_, index): Payload["codings"][number] => [
            freshId(),
            index,
            "code-a",
            0,
          ]);
          return { versionId: VERSION, seq, coders: [ME, OTHER], segments, codings };
        });
        const [whole, inParts] = [newStore(), newStore()];
        for (const answer of answers) {
          whole.load(answer);
          const middle = from % answer.segments.length;
          for (const [begin, end] of [
            [middle, answer.segments.length],
            [0, middle],
          ] as const)
            inParts.loadPart({
              ...answer,
              segments: answer.segments.slice(begin, end),
              codings: answer.codings.slice(begin, end).map(([id, at, ...rest]) => [id, at - begin, ...rest]),
            });
          inParts.loaded(answer.seq);
        }
        expect(inParts.ordered()).toEqual(whole.ordered());
        for (const segment of whole.ordered())
          expect(inParts.lanes().of(segment)).toBe(whole.lanes().of(segment));
        expect(inParts.inRow(0)).toEqual(whole.inRow(0));
      }),
    );
  });
});
