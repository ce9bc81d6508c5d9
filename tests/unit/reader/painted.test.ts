import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodingStore } from "@/components/reader/model/coding-store";
import { buildDocument } from "@/components/reader/model/document";
import { PaintedIndex } from "@/components/reader/model/painted";
import { Rows } from "@/components/reader/model/rows";
import type { Operation, SegmentState } from "@/lib/domain/coding";
import { contextOf, lanesOf, overlaps, type Range } from "@/lib/domain/segment";
import { freshId, ME, newStore, OTHER, payload, VERSION } from "./support";

// Paragraphs of one word and of many, so that segments lie in one, across several, and on the borders.
const TEXT = "One 🌊 ran.\nTwo.\n川は流れる。\nThree rivers\r\nand é\n\nשלום and on.\nEnd\n";
const document = buildDocument({ ...payload, text: TEXT, turns: [], passages: [] });
const BORDERS = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(TEXT)].map(
  ({ index }) => index,
);

const border = fc.constantFrom(...BORDERS, TEXT.length);
const range = fc
  .tuple(border, border)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const codes = fc.uniqueArray(fc.constantFrom("code-a", "code-b", "code-c"), { minLength: 1, maxLength: 2 });
const step = fc.record({
  kind: fc.constantFrom(
    "apply",
    "apply",
    "uncode",
    "resize",
    "annotate",
    "remove",
    "undo",
    "settle",
    "other",
  ),
  range,
  codes,
  pick: fc.nat(),
  well: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** One coder at work, and what the server says of it and of others. */
class Work {
  readonly store = newStore(document);
  readonly ids = new Set<string>();
  private readonly waiting: Operation[] = [];
  private readonly done: string[] = [];

  take(each: Step): void {
    if (each.kind === "settle") this.settle(each);
    else if (each.kind === "other") this.other(each);
    else this.perform(this.operation(each));
  }

  private perform(operation: Operation | null): void {
    if (!operation || !this.store.perform(operation).ok) return;
    if (operation.kind === "apply") this.ids.add(operation.segmentId);
    this.waiting.push(operation);
    this.done.push(operation.id);
  }

  private operation({ kind, range, codes, pick, well }: Step): Operation | null {
    const id = freshId();
    const quote = TEXT.slice(range.start, range.end);
    if (kind === "apply") {
      const codings = codes.map((codeId) => ({ id: freshId(), codeId }));
      return { id, kind, versionId: VERSION, segmentId: freshId(), ...range, quote, codings };
    }
    if (kind === "undo") return { id, kind, eventId: this.done[pick % this.done.length] ?? id };
    const segment = this.segments()[pick % Math.max(1, this.ids.size)];
    if (!segment) return null;
    const segmentId = segment.id;
    if (kind === "remove") return { id, kind, segmentId };
    if (kind === "annotate") {
      return { id, kind, segmentId, changes: { memo: well ? id : "" }, base: { memo: segment.memo } };
    }
    const base = { start: segment.start, end: segment.end };
    if (kind === "resize") return { id, kind, segmentId, ...range, quote, base };
    const [coding] = this.store.codingsOf(segmentId);
    return coding ? { id, kind: "uncode", segmentId, codingIds: [coding.id] } : null;
  }

  /** The server takes the oldest operation that waits, or refuses it. */
  private settle({ well }: Step): void {
    const operation = this.waiting.shift();
    if (!operation) return;
    const change = this.store.events.get(operation.id)?.after;
    if (well && change) this.store.settle({ id: operation.id, ok: true, seq: 1, change });
    else this.store.settle({ id: operation.id, ok: false, reason: "changed" });
  }

  /** Somebody else codes, often what the coder coded too, or takes it back. */
  private other({ range, codes, pick, well }: Step): void {
    const like = this.segments()[pick % Math.max(1, this.ids.size)];
    const own = well && like ? this.store.codingsOf(like.id).map(({ codeId }) => codeId) : codes;
    const id = freshId();
    this.ids.add(id);
    const { start, end } = well && like ? like : range;
    const about = {
      versionId: VERSION,
      coderId: OTHER.id,
      stance: "not_stated",
      permission: null,
      certainty: null,
    } as const;
    const words = { ...contextOf(TEXT, { start, end }), start, end, memo: "" };
    const deleted = !well && like?.coderId === OTHER.id;
    const segment: SegmentState = deleted
      ? { ...like, deleted: true }
      : { id, ...about, ...words, deleted: false };
    const codings = own.map((codeId) => ({ codeId, coderId: OTHER.id, revision: 1, deleted: false }));
    const change = {
      segments: [segment],
      codings: deleted ? [] : codings.map((coding) => ({ ...coding, id: freshId(), segmentId: id })),
    };
    this.store.settle({ id: freshId(), ok: true, seq: 1, change });
  }

  segments(): SegmentState[] {
    return [...this.ids].flatMap((id) => this.store.segment(id) ?? []);
  }
}

/** The same segments, painted all at once. */
function fromScratch(work: Work): PaintedIndex {
  const rows = new Rows(ME.id);
  const segments = work.segments();
  rows.put({ segments, codings: segments.flatMap(({ id }) => work.store.codingsOf(id)) });
  const index = new PaintedIndex(document.rows);
  index.refresh(
    rows,
    segments.map(({ id }) => id),
  );
  return index;
}

const everyRow = document.rows.map(({ index }) => index);
const lanesIn = ({ ordered, lanes }: Pick<CodingStore, "ordered" | "lanes">) =>
  ordered().map((segment) => lanes().of(segment));

describe("what is painted change by change", () => {
  it("is what is painted all at once", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), range, (steps, window) => {
        const work = new Work();
        for (const each of steps) {
          work.take(each);
          const { store } = work;
          const scratch = fromScratch(work);
          expect(store.ordered()).toEqual(scratch.ordered());
          expect(everyRow.map(store.inRow)).toEqual(everyRow.map((row) => scratch.inRow(row)));
          expect(lanesIn(store)).toEqual(
            lanesIn({ ordered: () => scratch.ordered(), lanes: () => scratch.lanes }),
          );
          expect(store.lanes().count()).toBe(scratch.lanes.count());
          expect(store.within(window)).toEqual(store.ordered().filter((each) => overlaps(each, window)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("has a lane for each stripe, as they come in the text", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const work = new Work();
        for (const each of steps) work.take(each);
        const { store } = work;
        const stripes = new Map<string, Range>();
        for (const each of store.ordered()) if (!stripes.has(each.likeness)) stripes.set(each.likeness, each);
        const lanes = [...lanesOf(stripes.values())];
        const given = new Map([...stripes.keys()].map((likeness, index) => [likeness, lanes[index]]));
        expect(lanesIn(store)).toEqual(store.ordered().map(({ likeness }) => given.get(likeness)));
        expect(store.lanes().count()).toBe(Math.max(-1, ...lanes) + 1);
      }),
    );
  });

  it("keeps what did not change, so that it is not painted again", () => {
    const work = new Work();
    const { store } = work;
    const coding = { kind: "apply", pick: 0, well: true } as const;
    work.take({ ...coding, codes: ["code-a"], range: { start: 0, end: 3 } });
    const [first] = store.ordered();
    const untouched = store.inRow(0);
    work.take({
      ...coding,
      codes: ["code-b"],
      range: { start: TEXT.indexOf("川"), end: TEXT.indexOf("れ") },
    });
    expect(store.ordered()[0]).toBe(first);
    expect(store.inRow(0)).toBe(untouched);
  });
});
