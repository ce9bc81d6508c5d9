import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carrier, difference, hide, placer, revealed } from "@/lib/domain/revision";
import { isBoundary } from "@/lib/domain/text";
import { wellFormedText } from "../text/texts";
import { corrected, longTalk } from "./scenes";

const at = (text: string, quote: string) => {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length };
};
const quoted = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

describe("placer", () => {
  const before =
    "Q: What is safety?\nA: Freedom from fear, I would say.\nQ: And for whom?\nA: 皆さんのためです。👍\n";

  test("moves what an edit does not reach", () => {
    const after = before.replace("What", "Tell me, what");
    const placed = placer(before, after).place(at(before, "from fear"));
    expect(placed).toEqual({ ok: true, by: "offsets", range: at(after, "from fear") });
  });

  test("finds words that were moved by their context, and only if both texts have it once", () => {
    const line = "A: Freedom from fear, I would say.\n";
    const after = `${before.replace(line, "")}Q: Something that was added at the end, at length.\n`;
    // The difference keeps what is longest; the line that changed its place is found by its words.
    const moved = `${after}Q: What is safety?\n${line}Q: And for whom?\n`;
    const place = placer(before, moved).place(at(before, "from fear"));
    expect(place.ok && quoted(moved, place.range)).toBe("from fear");
    const twice = `${moved}Q: What is safety?\n${line}Q: And for whom?\n`;
    const other = placer(before, twice).place(at(before, "from fear"));
    if (other.ok) expect(quoted(twice, other.range)).toBe("from fear");
  });

  test("does not take a passage that says the same for one that was deleted", () => {
    const talk = "A: Yes.\nQ: One?\nA: Yes.\nQ: Two?\n";
    const after = talk.slice("A: Yes.\n".length);
    const place = placer(talk, after).place({ start: 3, end: 7 });
    expect(place).toEqual({ ok: false });
  });

  test("does not take one of two passages for the other, though both say the same at length", () => {
    const said =
      "A: We had nothing left to sell, and nobody asked why that was so, not even once in all those years.\n";
    const before = `Start.\n${said}Something quite different in the middle.\n${said}End.\n`;
    const after = `Start.\nSomething quite different in the middle.\n${said}End.\n`;
    const first = at(before, "nobody asked why");
    expect(placer(before, after).place(first)).toEqual({ ok: false });
    const second = before.indexOf("nobody asked why", first.end);
    expect(placer(before, after).place({ start: second, end: second + 16 })).toMatchObject({ ok: true });
  });

  test("proposes what an edit made of the words, with how much of them stands", () => {
    const after = before.replace("Freedom from fear", "Freedom from all fear");
    const { place, propose } = placer(before, after);
    const range = at(before, "Freedom from fear, I would say");
    expect(place(range)).toEqual({ ok: false });
    const proposal = propose(range);
    expect(proposal && quoted(after, proposal.range)).toBe("Freedom from all fear, I would say");
    expect(proposal?.score).toBeCloseTo(0.94, 1);
  });

  test("proposes the place that resembles the words most, and nothing where there is none", () => {
    const talk = longTalk(3, 60);
    const said = "The harvest was poor that year and we had nothing left to sell at the border office.";
    const anew = "Well, the harvest was so poor that year, we had nothing left we could sell at the border.";
    const old = `${talk}A: ${said}\n`;
    const after = `Q: Hm.\nA: ${anew}\n${longTalk(4, 60)}`;
    const proposal = placer(old, after).propose(at(old, said));
    expect(proposal?.score).toBeGreaterThan(0.5);
    expect(proposal && quoted(after, proposal.range)).toContain("harvest");
    expect(placer(old, "ﬁn 終\n").propose(at(old, said))).toBeNull();
  });

  const cut = (text: string, [one, other]: readonly [number, number]) => {
    const [start, end] = [Math.min(one, other) % text.length, (Math.max(one, other) % text.length) + 1];
    return { start: Math.min(start, end - 1), end: Math.max(start + 1, end) };
  };

  test("a placed segment quotes the same words, whatever is done to whatever text; none is lost", () => {
    fc.assert(
      fc.property(
        wellFormedText.filter((text) => text.length > 0),
        wellFormedText,
        fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 1, maxLength: 12 }),
        (text, other, cuts) => {
          const { place, propose } = placer(text, other);
          for (const ends of cuts) {
            const range = cut(text, ends);
            if (!isBoundary(text, range.start) || !isBoundary(text, range.end)) continue;
            const placed = place(range);
            if (placed.ok) expect(quoted(other, placed.range)).toBe(quoted(text, range));
            const proposal = propose(range);
            if (!proposal) continue;
            const { start, end } = proposal.range;
            expect(start < end && isBoundary(other, start) && isBoundary(other, end)).toBe(true);
            expect(proposal.score).toBeGreaterThan(0);
            expect(proposal.score).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 4_000 },
    );
  });

  test("corrections of a long talk leave most segments in their place, with their words", () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(30), (seed, count) => {
        const text = longTalk(seed, 120);
        const after = corrected(text, seed, count);
        const { place } = placer(text, after);
        let placed = 0;
        for (let start = 0; start + 60 < text.length; start += 50) {
          const range = { start, end: start + 60 };
          if (!isBoundary(text, range.start) || !isBoundary(text, range.end)) continue;
          const result = place(range);
          if (!result.ok) continue;
          placed += 1;
          expect(quoted(after, result.range)).toBe(quoted(text, range));
        }
        const all = Math.floor((text.length - 60) / 50);
        expect(placed).toBeGreaterThan(all - 4 * count - all / 20);
      }),
      { numRuns: 150 },
    );
  });
});

describe("carrier", () => {
  test("takes a pseudonym for no change, and gives a segment that has a part of a name the whole", () => {
    const text = "A: I told Tanaka Hanako, and 田中花子さん agreed.\n";
    const plain = { text, redactions: [] };
    const hidden = hide(plain, [
      { ...at(text, "Tanaka Hanako"), pseudonym: "[Member]" },
      { ...at(text, "田中花子"), pseudonym: "［議員］" },
    ]);
    expect(hidden.text).toBe("A: I told [Member], and ［議員］さん agreed.\n");
    const { place } = carrier(plain, hidden);
    const told = (quote: string) => {
      const placed = place(at(text, quote));
      return placed.ok ? quoted(hidden.text, placed.range) : null;
    };
    expect(told("told Tanaka")).toBe("told [Member]");
    expect(told("Hanako, and 田中")).toBe("[Member], and ［議員］");
    expect(told("さん agreed")).toBe("さん agreed");
    expect(told("I told ")).toBe("I told ");
  });

  test("places segments between versions that hide different names, and were corrected as well", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.nat(6),
        fc.array(fc.nat(2_000), { maxLength: 12 }),
        (seed, count, places) => {
          const text = longTalk(seed, 20);
          const after = corrected(text, seed, count);
          const marks = (of: string, step: number) =>
            places.flatMap((place, index) => {
              const start = of.indexOf(" ", (place * step) % of.length) + 1;
              const end = of.indexOf(" ", start);
              return start > 0 && end > start && index % step === 0
                ? [{ start, end, pseudonym: `[P${index}]` }]
                : [];
            });
          const from = hide({ text, redactions: [] }, marks(text, 1));
          const to = hide({ text: after, redactions: [] }, marks(after, 2));
          expect(revealed(from)).toBe(text);
          expect(revealed(to)).toBe(after);
          const { place } = carrier(from, to);
          for (let start = 0; start + 30 < from.text.length; start += 25) {
            const range = { start, end: start + 30 };
            if (!isBoundary(from.text, range.start) || !isBoundary(from.text, range.end)) continue;
            const placed = place(range);
            if (!placed.ok) continue;
            const meets = (each: { start: number; end: number }, one: typeof range) =>
              each.start < one.end && each.end > one.start;
            const clear =
              !from.redactions.some((each) => meets(each, range)) &&
              !to.redactions.some((each) => meets(each, placed.range));
            if (clear) expect(quoted(to.text, placed.range)).toBe(quoted(from.text, range));
            for (const each of to.redactions)
              if (meets(each, placed.range))
                expect(each.start >= placed.range.start && each.end <= placed.range.end).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

test("difference costs what the change is, not what the text is", () => {
  const text = longTalk(5, 5_000);
  expect(text.length).toBeGreaterThan(500_000);
  const after = corrected(text, 5, 100);
  expect(difference(text, after).length).toBeLessThan(250);
});
