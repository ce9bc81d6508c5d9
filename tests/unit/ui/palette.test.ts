import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HUE_COLOURS } from "@/lib/domain/codebook/colour";
import { ciede2000, contrast, lab, mixed, SIGHTS, seenAs } from "@/tests/support/colour";

/** Colours of codes differ by so much at least, in whatever sight: nine times what is just seen side by side. */
const APART = 9;
/** What WCAG 2.2 asks of text, and of what one must see to use a control. */
const TEXT = 4.5;
const PART = 3;

const css = readFileSync("app/globals.css", "utf8");
/** The value of a token in the light and in the dark. */
function token(name: string): [string, string] {
  const [, light, dark] = new RegExp(`--color-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? [];
  if (!light || !dark) throw new Error(`there is no colour ${name}`);
  return [light, dark];
}

const GROUNDS = ["paper", "panel", "raised", "accent-tint"];
const TEXTS = ["ink", "soft", "faint", "accent"];
/** Words of a kind of notice stand on its tint too. */
const NOTICES = ["danger", "warning", "success"];

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("in the %s", (_, theme) => {
  const colour = (name: string) => token(name)[theme];
  const hues = [0, 1, 2, 3, 4, 5].map((hue) => colour(`hue-${hue}`));

  it.each(Object.keys(SIGHTS))("the six hues of codes lie apart with %s", (sight) => {
    const seen = hues.map((hue) => lab(seenAs(hue, sight)));
    const distances = seen.flatMap((a, index) => seen.slice(index + 1).map((b) => ciede2000(a, b)));
    expect(Math.min(...distances)).toBeGreaterThan(APART);
  });

  it.each(GROUNDS)("codes, words and edges are seen on %s", (name) => {
    const ground = colour(name);
    for (const hue of hues) {
      expect(contrast(hue, ground)).toBeGreaterThan(TEXT);
    }
    for (const text of TEXTS) expect(contrast(colour(text), ground), text).toBeGreaterThan(TEXT);
    if (name !== "accent-tint") expect(contrast(colour("edge"), ground)).toBeGreaterThan(PART);
  });

  it("words are read on the tint of their code, at hand or not", () => {
    for (const hue of hues)
      for (const share of [0.15, 0.3])
        expect(contrast(colour("ink"), mixed(hue, colour("paper"), share))).toBeGreaterThan(TEXT);
  });

  it("what a notice says, and what is pressed, is read", () => {
    for (const kind of NOTICES) {
      expect(contrast(colour(kind), colour("paper")), kind).toBeGreaterThan(TEXT);
      for (const text of [kind, "ink", "soft"])
        expect(contrast(colour(text), colour(`${kind}-tint`)), `${text} on ${kind}`).toBeGreaterThan(TEXT);
    }
    for (const kind of ["accent", "danger"])
      expect(contrast(colour(`on-${kind}`), colour(kind)), kind).toBeGreaterThan(TEXT);
  });

  it("figures are read on the deepest shade of the matrix", () => {
    const deepest = mixed(colour("heat"), colour("paper"), 0.72);
    expect(contrast(colour("ink"), deepest)).toBeGreaterThan(TEXT);
  });
});

it("differences are those that the formula's authors publish", () => {
  // Sharma, Wu and Dalal 2005, table 1, pairs 1, 7, 17 and 34.
  const published = [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const;
  for (const [a, b, difference] of published) expect(ciede2000(a, b)).toBeCloseTo(difference, 4);
});

it("the hues are given to other programs as they are shown in the light", () => {
  expect(HUE_COLOURS).toEqual([0, 1, 2, 3, 4, 5].map((hue) => token(`hue-${hue}`)[0]));
});
