import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Digest, decodeDigest, digest, encodeDigest } from "@/lib/domain/compare";
import { anySource } from "./scenes";

const count = fc.nat(0x7fff_ffff);
const amount = fc.record({ segments: count, words: count, characters: count });
// Few ids that share their first bytes, so that they are told apart by the last ones too.
const id = fc.oneof(
  fc.uuid(),
  fc.nat(20).map((n) => `ffffffff-ffff-4fff-8fff-${String(n).padStart(12, "0")}`),
);
const someone = fc.option(id);

const anyDigest: fc.Arbitrary<Digest> = fc.record({
  talk: fc.array(
    fc.record({
      intervieweeId: someone,
      spoken: fc.record({ words: count, characters: count }),
      coded: amount,
    }),
  ),
  rows: fc.array(fc.record({ intervieweeId: someone, codeId: id, own: amount, tree: amount })),
  occurrences: fc.array(fc.record({ codeId: id, questionId: id })),
});

const empty: Digest = { talk: [], rows: [], occurrences: [] };
const withWords = (words: number): Digest => ({
  ...empty,
  talk: [
    {
      intervieweeId: null,
      spoken: { words, characters: 0 },
      coded: { segments: 0, words: 0, characters: 0 },
    },
  ],
});

describe("the codec", () => {
  test("gives back what it was given, wherever the bytes lie", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyDigest,
          anySource.map((source) => digest(source)),
        ),
        fc.nat(7),
        (given, offset) => {
          const bytes = encodeDigest(given);
          const moved = new Uint8Array(bytes.length + offset + 3).subarray(offset, offset + bytes.length);
          moved.set(bytes);
          expect(decodeDigest(moved)).toEqual(given);
        },
      ),
    );
  });

  test("refuses bytes that are cut, longer, of another format, or that say too much", () => {
    fc.assert(
      fc.property(anyDigest, fc.nat(), (given, seed) => {
        const bytes = encodeDigest(given);
        expect(() => decodeDigest(bytes.subarray(0, seed % bytes.length))).toThrow(RangeError);
        expect(() => decodeDigest(Uint8Array.from([...bytes, 0]))).toThrow(RangeError);
      }),
    );
    expect(() => decodeDigest(Uint8Array.from([2, 0, 0, 0, 0, 0, 0]))).toThrow(RangeError);
    expect(() => decodeDigest(Uint8Array.from([1, 0xff, 0xff, 0xff, 0xff, 0x07, 0, 0, 0, 0, 0]))).toThrow(
      RangeError,
    );
    // One row of nobody and of a code that no table holds.
    expect(() => decodeDigest(Uint8Array.from([1, 0, 0, 0, 0, 1, 0, 0, 5, 0, 0, 0, 0, 0, 0]))).toThrow(
      RangeError,
    );
  });

  test("refuses what it could not give back", () => {
    for (const words of [-1, 0.5, 2 ** 31, Number.NaN])
      expect(() => encodeDigest(withWords(words))).toThrow(RangeError);
    expect(() => encodeDigest({ ...empty, occurrences: [{ codeId: "A", questionId: "B" }] })).toThrow(
      RangeError,
    );
  });

  test("is compact: small counts take a byte each", () => {
    expect(encodeDigest(empty)).toHaveLength(7);
    expect(encodeDigest(withWords(127))).toHaveLength(13);
    expect(encodeDigest(withWords(128))).toHaveLength(14);
  });
});
