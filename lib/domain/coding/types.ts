import type { Permission } from "../permission";

export type { Permission } from "../permission";

/** In whose name an interviewee speaks in a segment. */
export const STANCES = ["personal", "organisation", "not_stated"] as const;
export type Stance = (typeof STANCES)[number];

/** How sure the coder is of a segment, surest first. */
export const CERTAINTIES = ["certain", "fairly", "unsure"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** What segments can be told apart by: how sure the coder is, or that they have not said. */
export const CERTAINTIES_OR_NONE = [...CERTAINTIES, "unsaid"] as const;
export type CertaintyOrNone = (typeof CERTAINTIES_OR_NONE)[number];

/** The longest memo, in UTF-16 code units: some ten pages. */
export const MEMO_LIMIT = 20_000;

/** A segment. Its range is half-open, in UTF-16 code units of one version of a transcript. */
export interface SegmentState {
  id: string;
  versionId: string;
  coderId: string;
  start: number;
  end: number;
  quote: string;
  /** Up to 32 code units of the text on either side. */
  before: string;
  after: string;
  stance: Stance;
  /** Null where the interviewee's default stands alone. */
  permission: Permission | null;
  memo: string;
  /** Null where the coder has not said. */
  certainty: Certainty | null;
  deleted: boolean;
}

export interface CodingState {
  id: string;
  segmentId: string;
  codeId: string;
  coderId: string;
  /** The codebook revision it was made under. */
  revision: number;
  deleted: boolean;
}

/** The rows that an operation touched, as they were or as they became. */
export interface Change {
  segments: SegmentState[];
  codings: CodingState[];
}

export type Annotation = Partial<Pick<SegmentState, "stance" | "permission" | "memo" | "certainty">>;

/** Half-open, in UTF-16 code units, with the words that stand there. */
export interface QuotedRange {
  start: number;
  end: number;
  quote: string;
}

/** What a coder does. `id` is made by the client: the same operation sent twice is done once. */
export type Operation = { id: string } & (
  | {
      kind: "apply";
      versionId: string;
      segmentId: string;
      start: number;
      end: number;
      quote: string;
      codings: { id: string; codeId: string }[];
    }
  | { kind: "uncode"; segmentId: string; codingIds: string[] }
  /** Says that codings hold under the revision of the codebook that the coder has read. */
  | { kind: "confirm"; segmentId: string; codingIds: string[]; revision: number }
  | {
      kind: "resize";
      /** The version whose offsets these are; the current one where it is not said. */
      versionId?: string;
      segmentId: string;
      start: number;
      end: number;
      quote: string;
      base: { start: number; end: number };
    }
  | { kind: "annotate"; segmentId: string; changes: Annotation; base: Annotation }
  | { kind: "remove"; segmentId: string }
  /** Another code in the place of one. */
  | { kind: "recode"; segmentId: string; codingId: string; to: { id: string; codeId: string } }
  | {
      kind: "split";
      versionId: string;
      /** Stays as the part on the left. */
      segmentId: string;
      /** The borders that the person saw. */
      base: { start: number; end: number };
      left: QuotedRange;
      right: QuotedRange & { segmentId: string };
      /** Ids for the codings of the part on the right, one for each code. */
      codings: { id: string; codeId: string }[];
    }
  | {
      kind: "unite";
      versionId: string;
      /** For the segment that is made where none of the parts can become it. */
      segmentId: string;
      /** Two or more, each with the borders that the person saw. */
      parts: { segmentId: string; start: number; end: number }[];
      /** Only this code is united, and others stay where they are; null for all codes of the parts. */
      codeId: string | null;
      /** From where the first part begins to where the last one ends. */
      start: number;
      end: number;
      quote: string;
      /** Ids for codings, one for each code. */
      codings: { id: string; codeId: string }[];
    }
  | { kind: "undo"; eventId: string }
);

/** Why an operation is refused. A closed list: each has its words on the screen. */
export const REFUSALS = [
  "stale_version",
  "outside_text",
  "splits_character",
  "quote_differs",
  "unknown_code",
  "retired_code",
  "gone",
  "not_yours",
  "changed",
  "occupied",
  "nothing_to_undo",
  "id_taken",
  "too_long",
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What is known of the transcript where the operation is planned: on the server, or in the browser. */
export interface View {
  actorId: string;
  /** Whether the actor may set the permission of segments of others. */
  setsPermissions: boolean;
  /** The codebook's revision at hand. */
  revision: number;
  version: { id: string; length: number };
  /**
   * The text of the range with what stands around it: the quote, and up to 32 code units on either
   * side. Null where the range splits a surrogate pair.
   */
  context(start: number, end: number): { quote: string; before: string; after: string } | null;
  segment(id: string): SegmentState | undefined;
  /** The actor's own live segment with exactly this range, if there is one. */
  ownSegmentAt(start: number, end: number): SegmentState | undefined;
  /** All codings of a segment, deleted ones too. */
  codingsOf(segmentId: string): CodingState[];
  code(id: string): { retired: boolean } | undefined;
  /** An event of the actor's own in this transcript that has not been taken back. */
  undoable(eventId: string): { before: Change; after: Change } | undefined;
}

export type Plan =
  | { ok: true; before: Change; after: Change }
  | { ok: false; reason: Refusal; current?: Change };
