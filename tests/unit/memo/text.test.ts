import { describe, expect, test } from "vitest";
import { linkTo, partsOf, segmentsIn, withLinks } from "@/lib/domain/memo";
import { fuzzRuns } from "@/tests/support/fuzz";
import { chance } from "@/tests/unit/revision/scenes";

const A = "0a1b2c3d-1111-4222-8333-444455556666";
const B = "ffffffff-1111-4222-8333-444455556666";
const address = (id: string) => `https://example.org/studies/${A}/transcripts/${B}?segment=${id}`;

describe("partsOf", () => {
  test("finds words and links in their order", () => {
    expect(partsOf(`See ${linkTo(A)}, not ${linkTo(B)}`)).toEqual([
      { kind: "words", source: "See " },
      { kind: "segment", source: linkTo(A), segmentId: A },
      { kind: "words", source: ", not " },
      { kind: "segment", source: linkTo(B), segmentId: B },
    ]);
  });

  test("takes for words what names no id", () => {
    expect(partsOf("[[segment:x]] [[code:1]] [[segment:]]")).toHaveLength(1);
    expect(partsOf("")).toEqual([]);
  });

  test("gives the text again, whatever it is", () => {
    const pieces = [
      linkTo(A),
      linkTo(B).toUpperCase(),
      "[[",
      "]]",
      "segment:",
      A,
      "語",
      "\n",
      "🍊",
      address(A),
    ];
    for (let run = 0; run < fuzzRuns(300); run += 1) {
      const pick = chance(run);
      const text = Array.from({ length: 8 }, () => pieces[pick(pieces.length)]).join("");
      const parts = partsOf(text);
      expect(parts.map(({ source }) => source).join("")).toBe(text);
      expect(parts.every(({ source }) => source !== "")).toBe(true);
      expect(withLinks(withLinks(text))).toBe(withLinks(text));
    }
  });
});

test("segmentsIn names each segment once, in lower case", () => {
  expect(segmentsIn(`${linkTo(B)} ${linkTo(A.toUpperCase())} ${linkTo(B)}`)).toEqual([B, A]);
});

test("withLinks puts a link in the place of an address, and leaves everything else", () => {
  expect(withLinks(`As in ${address(A)}.`)).toBe(`As in ${linkTo(A)}.`);
  expect(withLinks(`#: ${address(A).replace("?", "#")}`)).toBe(`#: ${linkTo(A)}`);
  const plain = "https://example.org/studies/1/codebook?segment=2 and nothing else";
  expect(withLinks(plain)).toBe(plain);
});
