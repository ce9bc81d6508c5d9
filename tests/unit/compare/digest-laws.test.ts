import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { descendants } from "@/lib/domain/codebook";
import { type CountedSource, type Digest, digest, type Filter, NOTHING } from "@/lib/domain/compare";
import {
  anyMonologue,
  anySegments,
  anySource,
  changed,
  LENGTH,
  person,
  questionId,
  questions,
  tree,
} from "./scenes";

const amount = (segments: number, words: number, characters = 0) => ({ segments, words, characters });

describe("laws of a digest", () => {
  const sums = (
    result: Digest,
    pick: (each: Digest["rows"][number]) => { words: number; characters: number },
  ) => Object.fromEntries(result.rows.map((each) => [`${each.intervieweeId} ${each.codeId}`, pick(each)]));

  /** Counts one code of one language the slow way: offset by offset. */
  function slowly(source: CountedSource, who: string | null, codes: readonly string[]) {
    const [transcript] = source.transcripts;
    if (transcript === undefined) return NOTHING;
    const speaks = (offset: number) =>
      transcript.turns.some(
        (each) =>
          each.role === "interviewee" &&
          each.intervieweeId === who &&
          each.bodyStart <= offset &&
          offset < each.end,
      );
    const chosen = transcript.segments.filter((each) => each.codeIds.some((id) => codes.includes(id)));
    const offsets = Array.from({ length: LENGTH }, (_, offset) => offset).filter(speaks);
    const covered = offsets.filter((offset) =>
      chosen.some((each) => each.start <= offset && offset < each.end),
    );
    const units = covered.filter((offset) => Array.from(transcript.starts).includes(offset)).length;
    const segments = chosen.filter((each) => offsets.some((o) => each.start <= o && o < each.end)).length;
    return transcript.language === "ja" ? amount(segments, 0, units) : amount(segments, units);
  }

  test("the counts are those of counting offset by offset", () => {
    fc.assert(
      fc.property(anyMonologue, (source) => {
        const result = digest(source);
        for (const who of [null, person(0), person(1)]) {
          for (const code of tree.byId.keys()) {
            const found = result.rows.find((each) => each.codeId === code && each.intervieweeId === who);
            const below = descendants(tree, code).map((each) => each.id);
            expect(found?.own ?? NOTHING).toEqual(slowly(source, who, [code]));
            expect(found?.tree ?? NOTHING).toEqual(slowly(source, who, below));
          }
        }
      }),
    );
  });

  test("the order of rows does not matter", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const turned = changed(source, (each) => ({
          ...each,
          turns: each.turns.toReversed(),
          passages: each.passages.toReversed(),
          segments: each.segments.toReversed().map((s) => ({ ...s, codeIds: s.codeIds.toReversed() })),
        }));
        expect(digest(turned)).toEqual(digest(source));
        expect(digest(turned, { questionIds: [questionId(0)] })).toEqual(
          digest(source, { questionIds: [questionId(0)] }),
        );
      }),
    );
  });

  test("a segment cut into two that touch has the same words", () => {
    fc.assert(
      fc.property(anySource, fc.integer({ min: 1, max: LENGTH }), (source, at) => {
        const cut = changed(source, (each) => ({
          ...each,
          segments: each.segments.flatMap((s) =>
            s.start < at && at < s.end
              ? [
                  { ...s, end: at },
                  { ...s, start: at },
                ]
              : [s],
          ),
        }));
        const length = ({ words, characters }: { words: number; characters: number }) => ({
          words,
          characters,
        });
        expect(sums(digest(cut), (each) => length(each.tree))).toEqual(
          sums(digest(source), (each) => length(each.tree)),
        );
      }),
    );
  });

  test("a tree has at most the sum of its codes, and somebody's tree is raised where any of its codes is", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const { rows } = digest(source);
        for (const each of rows) {
          const below = new Set(descendants(tree, each.codeId).map((code) => code.id));
          const parts = rows.filter(
            (other) => other.intervieweeId === each.intervieweeId && below.has(other.codeId),
          );
          for (const unit of ["segments", "words", "characters"] as const) {
            expect(each.tree[unit]).toBeLessThanOrEqual(parts.reduce((sum, part) => sum + part.own[unit], 0));
          }
          expect(parts.some((part) => part.own.segments > 0)).toBe(each.tree.segments > 0);
        }
      }),
    );
  });

  test("a pair coded alike on both sides is the first side alone", () => {
    fc.assert(
      fc.property(anyMonologue, anySegments, (source, segments) => {
        const [first] = source.transcripts;
        if (first === undefined) return;
        const aligned = {
          ...first,
          segments,
          turns: first.turns.map((each, index) => ({ ...each, align: index })),
        };
        const once = digest({ transcripts: [aligned], tree });
        expect(digest({ transcripts: [aligned, { ...aligned, language: "ja" }], tree })).toEqual(once);
      }),
    );
  });

  test("the words under filters that share no question add up", () => {
    fc.assert(
      fc.property(anyMonologue, (source) => {
        const words = (filter: Filter) =>
          digest(source, filter).rows.reduce((sum, each) => sum + each.tree.words + each.tree.characters, 0);
        const [a, b, c] = questions.map((question) => words({ questionIds: [question.id] }));
        const all = words({ questionIds: questions.map((question) => question.id) });
        expect((a ?? 0) + (b ?? 0) + (c ?? 0)).toBe(all);
        expect(words({ clusterIds: ["cluster 0", "cluster 1"] })).toBe(all);
        expect(all).toBeLessThanOrEqual(words({}));
      }),
    );
  });

  test("coded talk is at most spoken talk, and every code's at most the coded", () => {
    fc.assert(
      fc.property(anyMonologue, (source) => {
        const { talk: people, rows } = digest(source);
        for (const { intervieweeId, spoken, coded } of people) {
          expect(coded.words + coded.characters).toBeLessThanOrEqual(spoken.words + spoken.characters);
          for (const each of rows.filter((other) => other.intervieweeId === intervieweeId)) {
            expect(each.tree.words + each.tree.characters).toBeLessThanOrEqual(
              coded.words + coded.characters,
            );
          }
        }
      }),
    );
  });
});
