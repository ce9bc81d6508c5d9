import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodingStore } from "@/components/reader/model/coding-store";
import { buildDocument } from "@/components/reader/model/document";
import { shownIn } from "@/components/reader/model/shown";
import { type Beside, type Block, blocksOf } from "@/components/reader/stripes/blocks";
import { type Laid, Laying } from "@/components/reader/stripes/laying";
import type { Look } from "@/components/reader/stripes/place";
import { apply, newStore, payload } from "./support";

const LENGTH = 50;
const LINES = 2;
const LINE = 27;
const HEIGHT = LINES * LINE;
const text = Array.from({ length: 24 }, (_, at) => `${"word ".repeat(LENGTH / 5 - 1)}${at % 10}end\n`).join(
  "",
);
const document = buildDocument({ ...payload, text, turns: [], speakers: [], passages: [] });

/** Paragraphs of two lines each, the first of which stands somewhere, with so much space between them. */
function page(from: number, to: number, { origin = 0, boxes = BOXES, space = 0 } = {}): Beside[] {
  return document.rows.slice(from, to).flatMap(({ index, start, end }) => {
    const box = boxes[index];
    const top = origin + (index - from) * (HEIGHT + space);
    return box ? [{ index, start, end, box, top, bottom: top + box.bottom }] : [];
  });
}

/** Where the lines of each paragraph are; the second begins after so many characters. */
const boxesOf = (second: number) =>
  document.rows.map(({ start }) => ({
    top: 0,
    bottom: HEIGHT,
    runs: Array.from({ length: LINES }, (_, line) => ({
      start: start + line * second,
      top: line * LINE,
      bottom: (line + 1) * LINE,
    })),
  }));
const BOXES = boxesOf(LENGTH / LINES);

const look: Look = { most: 6, crowded: true, letters: 10 };
/** Where codings begin and how long they are: mostly within a paragraph, so that there are blocks. */
const places = fc
  .tuple(
    fc.nat(9),
    fc.nat(40),
    fc.oneof({ weight: 12, arbitrary: fc.constant(4) }, fc.integer({ min: 1, max: 70 })),
  )
  .map(([row, at, length]) => [row * LENGTH + at, length] as const);
const codings = fc.array(places, { minLength: 1, maxLength: 60 });
/** Which paragraphs are on the page: from one on, and how many. */
const windows = fc.tuple(fc.nat(2), fc.integer({ min: 4, max: 8 }));

const ALL = { coderId: null, codeIds: null };
const SOME = { coderId: null, codeIds: new Set(["code-0", "code-1", "code-2", "code-3"]) };

function code(store: CodingStore, start: number, end: number, codeId: string): void {
  const coding = { ...apply(start, end, codeId), quote: text.slice(start, end) };
  expect(store.perform(coding)).toMatchObject({ ok: true });
}

function session(pairs: readonly (readonly [number, number])[]) {
  const store = newStore(document);
  pairs.forEach(([start, length], at) => {
    code(store, start, start + length, `code-${at % 9}`);
  });
  const codes = new Map(
    Array.from({ length: 9 }, (_, at) => [
      `code-${at}`,
      { id: `code-${at}`, name: `A name of ${"some ".repeat(at)}length`, hue: at % 6 },
    ]),
  );
  return { store, codes: codes as never };
}

/** Everything that stands beside the text, where it stands on the page. */
const standing = (blocks: readonly Block[], laid: readonly Laid[]) =>
  blocks.flatMap(({ beside: [first] }, at) => {
    const top = first?.top ?? 0;
    const { stripes = [], labels = [] } = laid[at] ?? {};
    return [
      ...stripes.map((each) => [each.id, each.lane, each.top + top, each.bottom + top]),
      ...stripes.flatMap(({ id, piled = [] }) => piled.map((each) => [id, each.id, each.top + top])),
      ...labels.map(({ group, top: below, more }) => [group.id, below + top, more.map(({ id }) => id)]),
    ];
  });

describe("what stands beside the text", () => {
  it("stands by blocks where it would if the page were laid out as one", () => {
    fc.assert(
      fc.property(codings, windows, fc.boolean(), (pairs, [from, count], crowded) => {
        const reader = session(pairs);
        const paragraphs = page(from, from + count, { origin: 1000 });
        const blocks = blocksOf(paragraphs, reader.store.inRow);
        const whole: Block = {
          beside: paragraphs,
          beginning: blocks.flatMap(({ beginning }) => beginning),
          before: blocks.flatMap(({ before }) => before),
        };
        const parts = standing(blocks, new Laying(reader).lay(blocks, { ...look, crowded }));
        const one = standing([whole], new Laying(reader).lay([whole], { ...look, crowded }));
        const sorted = (all: readonly unknown[]) => all.map((each) => JSON.stringify(each)).sort();
        expect(sorted(parts)).toEqual(sorted(one));
      }),
    );
  });

  it("is the same whether one has scrolled there, through all that may change meanwhile, or not", () => {
    const visit = fc.record({
      window: windows,
      origin: fc.nat(3),
      narrow: fc.boolean(),
      filter: fc.constantFrom(ALL, SOME),
      space: fc.constantFrom(0, 7),
      coded: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, places),
    });
    const visits = fc.array(visit, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(codings, visits, fc.boolean(), (pairs, seen, crowded) => {
        const reader = session(pairs);
        const scrolled = new Laying(reader);
        let looks = { ...look, crowded };
        const narrowed = boxesOf(12);
        for (const {
          window: [from, count],
          origin,
          narrow,
          filter,
          space,
          coded,
        } of seen) {
          if (coded) code(reader.store, coded[0], coded[0] + coded[1], "code-3");
          const boxes = narrow ? narrowed : BOXES;
          const blocks = blocksOf(page(from, from + count, { origin, boxes, space }), (index) =>
            shownIn(reader.store.inRow(index), filter),
          );
          // A coding may move the lanes of others: there is another look after it.
          if (coded) looks = { ...looks };
          const laid = scrolled.lay(blocks, looks);
          expect(standing(blocks, laid)).toEqual(standing(blocks, new Laying(reader).lay(blocks, looks)));
        }
      }),
    );
  });

  it("stays the same object while one scrolls by, and is another after a change", () => {
    const reader = session([
      [1, 20],
      [55, 20],
      [105, 70],
      [210, 10],
    ]);
    const laying = new Laying(reader);
    const before = laying.lay(blocksOf(page(0, 5), reader.store.inRow), look);
    const after = laying.lay(blocksOf(page(1, 6, { origin: 300 }), reader.store.inRow), look);
    expect(after.slice(0, 3)).toEqual(before.slice(1));
    after.slice(0, 3).forEach((each, at) => {
      expect(each).toBe(before[at + 1]);
    });
    code(reader.store, 60, 70, "code-1");
    const changed = laying.lay(blocksOf(page(1, 6, { origin: 300 }), reader.store.inRow), look);
    expect(changed[0]).not.toBe(after[0]);
    expect(changed[1]).toBe(after[1]);
  });
});
