import fc from "fast-check";
import { buildTree } from "@/lib/domain/codebook";
import type { CountedSegment, CountedSource, CountedTranscript, CountedTurn } from "@/lib/domain/compare";

/** How long the texts of these tests are, in code units. */
export const LENGTH = 48;

const uuid = (kind: number, index: number) =>
  `${kind}0000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

export const person = (index: number) => uuid(1, index);
export const codeId = (index: number) => uuid(2, index);
export const questionId = (index: number) => uuid(3, index);

const code = (index: number, parent: number | null) => ({
  id: codeId(index),
  parentId: parent === null ? null : codeId(parent),
  name: `Code ${index}`,
  hue: 0,
  position: index,
});

/** Code 0 holds 1 and 2, 1 holds 3; code 4 stands alone. */
export const tree = buildTree([code(0, null), code(1, 0), code(2, 0), code(3, 1), code(4, null)]);

/** The guide: question i belongs to cluster i mod 2. */
export const questions = [0, 1, 2].map((index) => ({
  id: questionId(index),
  clusterId: `cluster ${index % 2}`,
}));

export const segment = (
  start: number,
  end: number,
  codes: readonly number[],
  more: Partial<CountedSegment> = {},
): CountedSegment => ({
  id: `${start}-${end}-${codes.join()}`,
  start,
  end,
  coderId: "first",
  stance: "personal",
  certainty: null,
  codeIds: codes.map(codeId),
  ...more,
});

const anySegment = fc
  .record({
    ends: fc.uniqueArray(fc.nat(LENGTH), { minLength: 2, maxLength: 2 }),
    codes: fc.uniqueArray(fc.nat(4), { maxLength: 3 }),
    coderId: fc.constantFrom("first", "second"),
    stance: fc.constantFrom("personal" as const, "organisation" as const, "not_stated" as const),
    certainty: fc.constantFrom("certain" as const, "unsure" as const, null),
  })
  .map(({ ends, codes, ...more }) => segment(Math.min(...ends), Math.max(...ends), codes, more));

export const anySegments = fc.array(anySegment, { maxLength: 10 });

/** Cuts of the text into stretches: sorted offsets from 0 to its end. */
const cuts = fc
  .uniqueArray(fc.integer({ min: 1, max: LENGTH - 1 }), { maxLength: 6 })
  .map((inner) => [0, ...inner.toSorted((a, b) => a - b), LENGTH]);

const anyTurns = fc
  .tuple(cuts, fc.infiniteStream(fc.nat(5)), fc.infiniteStream(fc.nat(3)))
  .map(([at, who, label]) =>
    at.slice(1).map((end, index): CountedTurn => {
      const speaker = who.next().value as number;
      const start = at[index] as number;
      return {
        start,
        bodyStart: Math.min(end, start + (label.next().value as number)),
        end,
        role: speaker < 2 ? "interviewer" : "interviewee",
        intervieweeId: speaker < 2 || speaker === 5 ? null : person(speaker % 2),
        align: index % 4 === 3 ? null : index,
      };
    }),
  );

const anyPassages = fc.tuple(cuts, fc.infiniteStream(fc.nat(3))).map(([at, which]) =>
  at.slice(1).flatMap((end, index) => {
    const question = questions[which.next().value as number];
    if (question === undefined) return [];
    return [
      {
        start: at[index] as number,
        end,
        questionId: question.id,
        clusterId: question.clusterId,
        status: "answered" as const,
      },
    ];
  }),
);

/** A transcript in English or Japanese whose turns and passages divide the text, and whose segments lie anywhere. */
export const anyTranscript: fc.Arbitrary<CountedTranscript> = fc.record({
  id: fc.constant("t"),
  language: fc.constantFrom("en", "ja"),
  starts: fc.uniqueArray(fc.nat(LENGTH - 1), { maxLength: 30 }).map((all) => all.toSorted((a, b) => a - b)),
  turns: anyTurns,
  passages: anyPassages,
  segments: anySegments,
});

export const anySource: fc.Arbitrary<CountedSource> = fc
  .array(anyTranscript, { minLength: 1, maxLength: 2 })
  .map((transcripts) => ({ transcripts, tree }));

/** One talk in one language only. */
export const anyMonologue = anyTranscript.map(
  (transcript): CountedSource => ({ transcripts: [transcript], tree }),
);

/** The source with each transcript changed. */
export function changed(
  source: CountedSource,
  change: (t: CountedTranscript) => CountedTranscript,
): CountedSource {
  return { ...source, transcripts: source.transcripts.map(change) };
}
