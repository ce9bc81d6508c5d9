import { z } from "zod";
import type { CodeRow, SnapshotCode } from "./codebook";
import { id } from "./fields";

/** What the rooms of the codebook show. */
export interface RevisionRow {
  number: number;
  reason: string;
  by: string;
  at: Date;
  /** Ids of the codes that it touched. */
  changed: string[];
}

/** A change of the codebook that can be looked back at, and taken back unless it has been. */
export interface CodebookChange {
  id: string;
  kind: string;
  by: string;
  at: Date;
  /** Ids of the codes that it was about. */
  about: string[];
  /** Made by the person who looks. */
  own: boolean;
  undone: boolean;
}

export interface Codebook {
  studyId: string;
  mayEdit: boolean;
  /** Whether the person may choose for each segment of a code, whoever coded it, which code it gets. */
  maySplit: boolean;
  /** Whether the person codes, and so has segments to look at again. */
  mayReview: boolean;
  /** Whether the person may say that a segment of this study shows a code. */
  mayShow: boolean;
  /** The study that the codebook is borrowed from; its id where the person may open it. */
  home: { title: string; studyId: string | null } | null;
  /** How many other studies use this codebook, which is this study's own. */
  borrowers: number;
  codes: CodeRow[];
  /** Whether the person may see how much codes are used. */
  counted: boolean;
  /** Segments that show what a code is, or is not. */
  examples: ExampleRow[];
  /** The newest first. */
  revisions: RevisionRow[];
  /** The latest, the newest first, for those who may take them back. */
  changes: CodebookChange[];
}

/** A segment as an example, with what its permission lets out; null is kept in. */
export interface ExampleRow {
  id: string;
  codeId: string;
  counter: boolean;
  segmentId: string;
  /** The words; null where they may not be shown to this person. */
  quote: string | null;
  /** Shown, to those who may see them, though they may not be quoted. */
  withheld: boolean;
  language: string;
  numbers: number[] | null;
  sectors: string[] | null;
  /** Where it stands, for those who may read transcripts. */
  transcript: { id: string; title: string } | null;
}

/** Of one code: segments, and the interviewees in whose turns they lie. */
const Count = z.tuple([z.int(), z.int()]);
const Both = z.object({ all: Count, own: Count });
/**
 * GET /api/studies/[studyId]/codebook/counts: how much codes are used in the study, by id; what is not used is left
 * out. `within` counts those below it too; `due` are the person's own that are to be looked at again.
 */
export const CodeCounts = z.record(z.string(), z.object({ itself: Both, within: Both, due: z.int() }));
export type CodeCounts = z.infer<typeof CodeCounts>;

/** A coding that its coder is to look at again. */
export interface ReviewItem {
  codingId: string;
  segmentId: string;
  codeId: string;
  /** The revision it was made under. */
  revision: number;
  transcriptId: string;
  quote: string;
  title: string;
  language: string;
}

export interface ReviewCoder {
  id: string;
  name: string;
  due: number;
}

/** What a code meant when codings were made under `revision`. */
export interface FormerMeaning {
  codeId: string;
  revision: number;
  code: SnapshotCode;
}

export interface Review {
  studyId: string;
  me: string;
  codes: CodeRow[];
  revisions: RevisionRow[];
  /** The codebook's revision that the person reads here. */
  revision: number;
  items: ReviewItem[];
  former: FormerMeaning[];
  /** For leads: who has how much to look at. */
  coders: ReviewCoder[] | null;
}

/** A coding of the code that is split. */
export interface SplitItem {
  codingId: string;
  segmentId: string;
  transcriptId: string;
  title: string;
  language: string;
  quote: string;
  coder: string;
}

export interface Split {
  studyId: string;
  code: CodeRow;
  codes: CodeRow[];
  items: SplitItem[];
  /** Whether codes may be made for it: where the codebook is the study's own. */
  mayAdd: boolean;
}

/** Which two revisions are compared; or the codebook as it was until a moment, such as the end of a day, with the revision before. */
const number = z.coerce.number().int().min(0).max(1_000_000).optional().catch(undefined);
export const HistoryRef = z.object({
  studyId: id,
  from: number,
  to: number,
  until: z.iso.datetime().optional().catch(undefined),
});
export const SplitRef = z.object({ studyId: id, codeId: id });

/** The codebook after two revisions; 0 stands for before the first. */
export interface CodebookHistory {
  studyId: string;
  from: number;
  to: number;
  /** The moment that was asked for. */
  until: string | null;
  before: SnapshotCode[];
  after: SnapshotCode[];
  revisions: RevisionRow[];
}

/** GET /api/studies/[studyId]/codes: the codes, retired ones too, and the number of the codebook's revision. */
export const CurrentCodes = z.object({
  revision: z.int(),
  codes: z.array(
    z.object({
      id,
      parentId: id.nullable(),
      name: z.string(),
      hue: z.int(),
      position: z.int(),
      shortcut: z.string().nullable(),
      definition: z.string(),
      whenToUse: z.string(),
      whenNotToUse: z.string(),
      meaningSince: z.int(),
      retired: z.boolean(),
    }),
  ),
});
export type CurrentCodes = z.infer<typeof CurrentCodes>;
