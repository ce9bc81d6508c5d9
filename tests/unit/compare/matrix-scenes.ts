import { type Digest, type MatrixInput, NOTHING, type PassageStatus } from "@/lib/domain/compare";
import { codeId, person, questionId, questions, tree } from "./scenes";

export const amount = (segments: number, words: number, characters = 0) => ({ segments, words, characters });

/** A digest in which one person raised each of the codes once, in three words of nine. */
export const raised = (who: number | null, ...codes: number[]): Digest => ({
  talk: [
    {
      intervieweeId: who === null ? null : person(who),
      spoken: { words: 9, characters: 0 },
      coded: codes.length === 0 ? NOTHING : amount(codes.length, 3),
    },
  ],
  rows: codes.map((code) => ({
    intervieweeId: who === null ? null : person(who),
    codeId: codeId(code),
    own: amount(1, 3),
    tree: amount(1, 3),
  })),
  occurrences: [],
});

export const asked = (...ids: number[]) =>
  new Map<string, PassageStatus>(ids.map((index) => [questionId(index), "answered"]));

/** Persons 0 and 1 are numbers 10 and 2 of the sector "a", person 2 is number 5 of "b". Everyone was asked question 0. */
export const input = (more: Partial<MatrixInput> = {}): MatrixInput => ({
  digests: [],
  interviewees: [
    { id: person(0), number: 10, groupKey: "a" },
    { id: person(1), number: 2, groupKey: "a" },
    { id: person(2), number: 5, groupKey: "b" },
  ],
  groups: [
    { key: "a", label: "Aid" },
    { key: "b", label: "Bank" },
  ],
  tree,
  questions,
  asked: new Map([0, 1, 2].map((index) => [person(index), asked(0)])),
  codeQuestions: new Map([[codeId(4), new Set([questionId(0)])]]),
  coded: new Set([0, 1, 2].map(person)),
  filter: {},
  ...more,
});
