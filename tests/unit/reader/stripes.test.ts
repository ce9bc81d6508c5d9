import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partStripes, pileStripes, placeLabels, type Stripe } from "@/components/reader/stripes/layout";
import { linesTaken } from "@/components/reader/stripes/lines";
import { firstNot } from "@/components/reader/stripes/measure";

describe("the beginning of a line", () => {
  it("is found wherever one looks first", () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.nat(80),
        fc.integer({ min: -20, max: 100 }),
        (a, b, border, guess) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const expected = Math.max(low, Math.min(high, border));
          expect(firstNot((at) => at < border, low, high, guess)).toBe(expected);
        },
      ),
    );
  });
});

describe("labels", () => {
  const stripes = fc.array(
    fc.record({
      top: fc.nat(400),
      size: fc.integer({ min: 8, max: 90 }),
      labelHeight: fc.integer({ min: 18, max: 54 }),
    }),
    { maxLength: 40 },
  );
  const laid = (raw: { top: number; size: number; labelHeight: number }[]): Stripe[] =>
    raw
      .map(({ top, size, labelHeight }, index) => ({
        id: `${index}`,
        top,
        bottom: top + size,
        lane: 0,
        labelHeight,
      }))
      .sort((a, b) => a.top - b.top);

  it("never cover each other, and none is lost", () => {
    fc.assert(
      fc.property(stripes, (raw) => {
        const all = laid(raw);
        const labels = placeLabels(all, 64, 0).labels;
        labels.forEach((label, index) => {
          const height = all.find((each) => each.id === label.id)?.labelHeight ?? 0;
          const next = labels[index + 1];
          if (next) expect(label.top + height).toBeLessThanOrEqual(next.top);
        });
        const named = labels.flatMap((label) => [label.id, ...label.more]);
        expect(named.toSorted()).toEqual(all.map((each) => each.id).toSorted());
      }),
    );
  });

  it("stand apart from brackets of the same lane on one line", () => {
    const [above, below] = partStripes([
      { id: "a", top: 0, bottom: 27, lane: 0, labelHeight: 18 },
      { id: "b", top: 3, bottom: 54, lane: 0, labelHeight: 18 },
    ]);
    expect(above?.bottom).toBeLessThan(below?.top ?? 0);
  });

  it("are piled up where there are more than lanes, each drawn once, and never one over another", () => {
    fc.assert(
      fc.property(stripes, fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12 }), (raw, lanes) => {
        const all = laid(raw).map((each, index) => ({ ...each, lane: lanes[index % lanes.length] ?? 0 }));
        const shown = pileStripes(all, 6);
        const drawn = shown.flatMap(({ id, piled }) => piled?.map((each) => each.id) ?? [id]);
        expect(drawn.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        expect(shown.every(({ lane }) => lane < 6)).toBe(true);
        const piles = shown.filter(({ piled }) => piled);
        piles.forEach((pile, index) => {
          const next = piles[index + 1];
          if (next) expect(pile.bottom).toBeLessThanOrEqual(next.top);
        });
      }),
    );
  });

  it("stay as they are in their lanes, and beyond them where nothing else is", () => {
    const stripe = (id: string, top: number, bottom: number, lane: number) => ({
      ...{ id, top, bottom, lane },
      labelHeight: 18,
    });
    const inLanes = [stripe("a", 0, 50, 0), stripe("b", 10, 60, 5), stripe("c", 58, 90, 5)];
    expect(pileStripes(inLanes, 6)).toEqual(inLanes);
    const [alone] = pileStripes([stripe("d", 0, 50, 7)], 6);
    expect(alone).toMatchObject({ id: "d", lane: 5 });
    const [pile, apart] = pileStripes(
      [stripe("e", 0, 50, 5), stripe("f", 20, 80, 6), stripe("g", 70, 90, 5), stripe("h", 95, 99, 9)],
      6,
    );
    expect(pile?.piled?.map(({ id }) => id)).toEqual(["e", "f", "g"]);
    expect(pile).toMatchObject({ top: 0, bottom: 90, lane: 5 });
    expect(apart).toMatchObject({ id: "h", lane: 5 });
  });

  it("are in one pile as far as its longest reaches, and apart where they only touch", () => {
    const stripe = (top: number, bottom: number, lane: number) => ({
      ...{ id: `${top}-${bottom}`, top, bottom, lane },
      labelHeight: 18,
    });
    const long = pileStripes([stripe(0, 100, 5), stripe(20, 40, 6), stripe(90, 120, 7)], 6);
    expect(long).toMatchObject([{ top: 0, bottom: 120 }]);
    const touching = pileStripes([stripe(0, 50, 5), stripe(50, 60, 6)], 6);
    expect(touching.map(({ id, piled }) => [id, piled])).toEqual([
      ["0-50", undefined],
      ["50-60", undefined],
    ]);
  });

  it("keep a little of each where two of a lane stand on one line", () => {
    const short = (id: string, top: number, bottom: number) => ({
      id,
      top,
      bottom,
      lane: 0,
      labelHeight: 18,
    });
    const parted = partStripes([short("a", 0, 4), short("b", 1, 4)]);
    for (const { top, bottom } of parted) expect(bottom - top).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ["Protection", 16, 0, 1],
    ["Broad and comprehensive", 16, 0, 2],
    // What is not broken goes to a line of its own.
    ["Broad and comprehensive", 16, 5, 3],
    ["Practical approach", 10, 5, 3],
    ["Donaudampfschifffahrt", 10, 0, 3],
    ["人間の安全保障", 14, 0, 1],
    ["人間の安全保障と保護", 14, 0, 2],
    ["", 10, 0, 1],
  ])(
    "take the lines that their words need: %s at %i letters, with a mark of %i",
    (name, letters, mark, lines) => {
      expect(linesTaken(name, letters, mark)).toBe(lines);
    },
  );

  it("go no further down than their paragraph, however far they may be pushed", () => {
    const inParagraph = (id: string, top: number) => ({
      ...{ id, top, bottom: top + 10, lane: 0 },
      ...{ labelHeight: 18, bound: 30 },
    });
    expect(placeLabels([inParagraph("a", 0), inParagraph("b", 5)], 1000, 0).labels).toEqual([
      { id: "a", top: 0, more: ["b"] },
    ]);
  });
});
