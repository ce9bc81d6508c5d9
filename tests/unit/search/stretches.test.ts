import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SpokenTurn, type Stretch, stretchesIn, stretchesOf } from "@/lib/domain/search";
import { hardText } from "./texts";

describe("stretches", () => {
  test("are in order, apart, none too long, and hold all that is no label", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000 }), hardText(60), (length, seed) => {
        const text = `${seed}x`.repeat(Math.ceil(length / (seed.length + 1))).slice(0, length);
        const stretches = stretchesOf(text, [{ start: 0, bodyStart: 0, end: Math.floor(length / 2) }]);
        let at = 0;
        for (const { start, end } of stretches) {
          expect(text.slice(at, start).trim()).toBe("");
          expect(end - start).toBeLessThanOrEqual(16_384);
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
      { numRuns: 30 },
    );
  });

  test("are the same however few lines of the text come at a time", () => {
    const line = fc.oneof(
      fc.constantFrom("\n", " \n", "a: b\n", "話す。\n"),
      fc.integer({ min: 1, max: 40_000 }).map((length) => `${"word ".repeat(length / 5)}🍊\n`),
    );
    const gap = fc.tuple(fc.nat(20), fc.nat(8), fc.nat(50_000));
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.array(gap, { maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        (lines, gaps, atATime) => {
          const text = lines.join("");
          let from = 0;
          const turns = gaps.flatMap(([before, label, length]): SpokenTurn[] => {
            const start = from + before;
            const end = Math.min(start + label + length + 1, text.length);
            if (start + label >= end) return [];
            from = end;
            return [{ start, bodyStart: start + label, end }];
          });
          expect(byPieces(lines, turns, atATime)).toEqual(stretchesOf(text, turns));
        },
      ),
      { numRuns: 60 },
    );
  });
});

function byPieces(lines: readonly string[], turns: readonly SpokenTurn[], atATime: number): Stretch[] {
  const found: Stretch[] = [];
  let offset = 0;
  let gone = 0;
  let text = "";
  for (let at = 0; at < lines.length || at === 0; at += atATime) {
    text += lines.slice(at, at + atATime).join("");
    const last = at + atATime >= lines.length;
    const { stretches, rest, done } = stretchesIn({ offset, text, turns: turns.slice(gone), last });
    found.push(
      ...stretches.map(({ turn, ...range }) => ({ ...range, turn: turn === null ? null : gone + turn })),
    );
    text = text.slice(rest - offset);
    expect(last ? 0 : text.length).toBeLessThanOrEqual(16_384);
    offset = rest;
    gone += done;
  }
  return found;
}
