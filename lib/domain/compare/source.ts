import type { Tree } from "../codebook";
import type { Certainty, CertaintyOrNone, Stance } from "../coding";
import type { Range } from "../segment";

export type { Stance } from "../coding";

/** Whether a question that was asked got an answer. */
export type PassageStatus = "answered" | "unanswered";

/** A turn: its speech is the half-open range from `bodyStart` to `end`, UTF-16 code units of its transcript. */
export type CountedTurn = Range & {
  readonly bodyStart: number;
  readonly role: "interviewer" | "interviewee" | "other";
  /** Null where the speaker is not yet known to be one of the study's interviewees. */
  readonly intervieweeId: string | null;
  /** Turns of a pair that share a number are aligned; null where the turn stands alone. */
  readonly align: number | null;
};

/** A range of a transcript that belongs to a question of the guide. */
export type CountedPassage = Range & {
  readonly questionId: string;
  readonly clusterId: string;
  readonly status: PassageStatus;
};

/** What one coder marked, with the codes put on it. */
export type CountedSegment = Range & {
  readonly id: string;
  readonly coderId: string;
  readonly stance: Stance;
  /** Null where the coder has not said. */
  readonly certainty: Certainty | null;
  readonly codeIds: readonly string[];
};

/** Plain rows of one transcript version, in any order. `starts` are the `wordStarts` of its text in its language. */
export type CountedTranscript = {
  readonly id: string;
  readonly language: string;
  readonly starts: ArrayLike<number>;
  readonly turns: readonly CountedTurn[];
  readonly passages: readonly CountedPassage[];
  readonly segments: readonly CountedSegment[];
};

/** One unit of talk: a transcript, or the transcripts of a pair, which count once. Where both sides of a pair say a thing, the earlier in this list counts. */
export type CountedSource = {
  readonly transcripts: readonly CountedTranscript[];
  readonly tree: Tree;
};

/** Which codings are counted. What is left out does not restrict; an empty list lets nothing through. */
export type Filter = {
  readonly clusterIds?: readonly string[];
  readonly questionIds?: readonly string[];
  readonly coderIds?: readonly string[];
  readonly stances?: readonly Stance[];
  readonly certainties?: readonly CertaintyOrNone[];
};

/** Whether the filter looks at questions at all, so that only talk in passages counts. */
export function restrictsQuestions(filter: Filter): boolean {
  return filter.clusterIds !== undefined || filter.questionIds !== undefined;
}

/** Whether a question of a cluster is within the filter. */
export function admitsQuestion(filter: Filter, questionId: string, clusterId: string): boolean {
  return (
    (filter.clusterIds?.includes(clusterId) ?? true) && (filter.questionIds?.includes(questionId) ?? true)
  );
}

/** Whether a segment is by a coder, of a stance and of a certainty within the filter. */
export function admitsSegment(filter: Filter, segment: CountedSegment): boolean {
  return (
    (filter.coderIds?.includes(segment.coderId) ?? true) &&
    (filter.stances?.includes(segment.stance) ?? true) &&
    (filter.certainties?.includes(segment.certainty ?? "unsaid") ?? true)
  );
}
