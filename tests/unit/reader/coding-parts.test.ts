import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf } from "@/components/reader/model/coding-parts";
import type { CodingStore } from "@/components/reader/model/coding-store";
import { CodingsPayload } from "@/lib/schemas/coding";
import { apply, freshId, ME, newStore, OTHER, VERSION } from "./support";

type Payload = CodingsPayload;
type Row = Payload["segments"][number];

const HEAD = { versionId: VERSION, coders: [ME, OTHER], codes: [freshId(), freshId()] };

/** Written out as the server does it. */
const written = ({ segments, ...head }: Payload) =>
  `${JSON.stringify(head).slice(0, -1)},"segments":[\n${segments.map((row) => JSON.stringify(row)).join(",\n")}\n]}`;

const rowOf = (start: number, end: number, coder: number, codings: number, memo = ""): Row => [
  ...([freshId(), start, end, coder, "personal", null, memo, 1, null] as const),
  Array.from({ length: codings }, (_, at): [string, number, number] => [freshId(), at % 2, 0]),
];

/** So many segments in order of place, each with none to three codings, and memos that look like rows themselves. */
const payloadOf = (count: number): Payload => ({
  ...HEAD,
  seq: 7,
  segments: Array.from({ length: count }, (_, index) => {
    const start = Math.floor(index / 40);
    return rowOf(start, start + 9, index % 2, index % 4, index % 7 ? "" : '],["\n]}');
  }),
});

const inOrder = (rows: readonly Row[]) =>
  rows.toSorted((a, b) => a[1] - b[1] || b[2] - a[2] || a[0].localeCompare(b[0]));

describe("a long answer", () => {
  it("comes in parts that are answers, with every row once", () => {
    fc.assert(
      fc.property(fc.nat(2_300), fc.nat(80), (count, offset) => {
        const whole = payloadOf(count);
        const rows: Row[] = [];
        for (const part of partsOf(written(whole), offset)) {
          const { segments, ...head } = CodingsPayload.parse(part);
          expect(head).toEqual({ ...HEAD, seq: 7 });
          rows.push(...segments);
        }
        expect(inOrder(rows)).toEqual(inOrder(whole.segments));
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

  it("is one part where there is nothing", () => {
    expect([...partsOf(written(payloadOf(0)), 9)]).toEqual([payloadOf(0)]);
  });

  it("is refused where it is something else", () => {
    expect(() => [...partsOf('{"error":"unavailable"}', 0)]).toThrow();
  });
});

describe("a store that takes it in part by part", () => {
  const rows = fc
    .array(fc.record({ start: fc.nat(12), length: fc.integer({ min: 1, max: 8 }), coder: fc.nat(1) }), {
      minLength: 1,
      maxLength: 40,
    })
    .map((all) => inOrder(all.map(({ start, length, coder }) => rowOf(start, start + length, coder, 1))));
  /** Two states one after the other: some of the rows are in both. */
  const states = fc.tuple(rows, rows, rows).map(([gone, kept, come]) =>
    [
      [...gone, ...kept],
      [...kept, ...come],
    ].map((segments, index): Payload => ({ ...HEAD, seq: index + 5, segments: inOrder(segments) })),
  ) as fc.Arbitrary<[Payload, Payload]>;

  /** As two parts, the later one first. */
  function loadInParts(store: CodingStore, answer: Payload, at: number, between = () => {}): void {
    const middle = at % answer.segments.length;
    store.begin();
    store.loadPart({ ...answer, segments: answer.segments.slice(middle) });
    between();
    store.loadPart({ ...answer, segments: answer.segments.slice(0, middle) });
    store.loaded(answer.seq);
  }

  function expectSame(store: CodingStore, other: CodingStore): void {
    expect(store.ordered()).toEqual(other.ordered());
    for (const segment of other.ordered()) {
      expect(store.lanes().of(segment)).toBe(other.lanes().of(segment));
      expect(store.codingsOf(segment.id)).toEqual(other.codingsOf(segment.id));
    }
    expect(store.inRow(0)).toEqual(other.inRow(0));
  }

  it("comes to what it would be at once, also over what it knew before", () => {
    fc.assert(
      fc.property(states, fc.nat(80), (answers, at) => {
        const [whole, inParts] = [newStore(), newStore()];
        for (const answer of answers) {
          whole.load(answer);
          loadInParts(inParts, answer, at);
        }
        expectSame(inParts, whole);
      }),
    );
  });

  it("comes to the same where what is in view came ahead, of the same state or an earlier one", () => {
    fc.assert(
      fc.property(states, fc.nat(80), fc.boolean(), ([before, after], at, same) => {
        const [whole, ahead] = [newStore(), newStore()];
        const early = same ? after : before;
        ahead.loadAhead({ ...early, segments: early.segments.filter(([, start]) => start < 9) });
        whole.load(after);
        loadInParts(ahead, after, at);
        expectSame(ahead, whole);
      }),
    );
  });

  it("keeps what came ahead of a later state, until the events in between are heard", () => {
    const [shared, since] = [rowOf(0, 3, 1, 1), rowOf(4, 9, 1, 1)];
    const store = newStore();
    store.loadAhead({
      ...HEAD,
      seq: 9,
      segments: [[...shared.slice(0, 6), "later", ...shared.slice(7)] as Row, since],
    });
    loadInParts(store, { ...HEAD, seq: 8, segments: [shared] }, 0);
    expect(store.ordered().map(({ id, hasMemo }) => [id, hasMemo])).toEqual([
      [shared[0], true],
      [since[0], false],
    ]);
  });

  it("loses and doubles nothing that is done or heard while parts still come", () => {
    fc.assert(
      fc.property(states, fc.nat(80), ([, answer], at) => {
        const [whole, inParts] = [newStore(), newStore()];
        const [waits, told] = [apply(4, 9, "code-b"), apply(22, 32, "code-a")];
        const theirs = newStore();
        theirs.perform(told);
        const change = theirs.events.get(told.id)?.after ?? { segments: [], codings: [] };
        const heard = [{ id: told.id, seq: answer.seq + 1, coder: OTHER, rows: change }];
        loadInParts(inParts, answer, at, () => {
          inParts.perform(waits);
          inParts.hear(heard);
        });
        whole.load(answer);
        whole.perform(waits);
        whole.hear(heard);
        inParts.hear(heard);
        expectSame(inParts, whole);
      }),
    );
  });
});
