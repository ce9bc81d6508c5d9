import { z } from "zod";
import { eventId, id } from "./fields";
import type { Elsewhere } from "./revisions";

/** Why somebody or something is erased: what the log keeps of it. */
export const ERASE_REASONS = ["consent", "agreed_time", "mistake", "other"] as const;
export const EraseReason = z.enum(ERASE_REASONS, "wrong");
export type EraseReason = z.infer<typeof EraseReason>;

/** What becomes of interviews that were held with others too: all of them goes, or the person alone. */
export const SHARED = ["whole", "person"] as const;
export const Shared = z.enum(SHARED, "wrong");
export type Shared = z.infer<typeof Shared>;

// The study is named beside the row, so that the same erasure sent twice finds what came of the first, when the
// row is gone: the row's own study is asked after all the same.
export const PreviewInterviewee = z.object({ studyId: id, intervieweeId: id, shared: Shared });
export const EraseInterviewee = PreviewInterviewee.extend({
  eventId,
  reason: EraseReason,
  /** Typed by whoever erases: the interviewee's number. */
  number: z.int("wrong").min(1, "wrong"),
});
export const PreviewTranscript = z.object({ studyId: id, transcriptId: id });
export const EraseTranscript = PreviewTranscript.extend({ eventId, reason: EraseReason });

/** Asks which of the transcripts that a browser keeps something of have been erased. */
export const FindErased = z.object({ ids: z.array(id).min(1, "required").max(1000, "too_long") });
export const ErasedRef = z.object({ studyId: id, transcriptId: id });

/** How much goes, by kind; what the log keeps of it. */
export interface Erasing {
  interviews: number;
  transcripts: number;
  versions: number;
  segments: number;
  codings: number;
  passages: number;
  memos: number;
  examples: number;
  recordings: number;
  files: number;
  pseudonyms: number;
  /** Events whose content goes. */
  events: number;
}

/** What an erasure would take, before it does. */
export interface ErasePreview {
  counts: Erasing;
  transcripts: { id: string; title: string }[];
  /** Segments by who made them, those with most first. */
  coders: { id: string; name: string; segments: number; own: boolean }[];
  /** Interviews that were held with others too, with the numbers of these. */
  shared: { transcripts: number; others: number[] }[];
  /** Where the person's name stands besides, which this does not reach: how many places, by what they are. */
  elsewhere: { where: Exclude<Elsewhere["where"], "people">; count: number }[];
}

/** What was erased: a person by their number, or a transcript. */
export interface ErasedNow extends Erasing {
  number: number | null;
  reason: EraseReason;
}

/** That a transcript was erased, for whoever still has its address. */
export interface ErasedTranscript {
  studyId: string;
  transcriptId: string;
  at: string;
}
