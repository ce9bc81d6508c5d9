import { z } from "zod";
import { TOPICS } from "@/lib/access/live";
import { CodingState, SegmentState } from "./coding";
import { StepInText } from "./history";

const Id = z.uuid();
const Seq = z.int().min(0);

/**
 * How far a stream has come: the number of the last event of each history that it follows, in their order:
 * the study's own, then that of the codebook and of the guide, where those are another study's.
 */
export const Position = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,15}){0,2}$/)
  .transform((text) => text.split(".").map(Number));
export type Position = readonly number[];

export const positionText = (position: Position): string => position.join(".");

/** GET /api/studies/[studyId]/events: what came after a position, and where the person is. */
export const LiveRequest = z.object({
  studyId: Id,
  after: Position.optional(),
  /** The transcript that is read, for the others who are there. */
  at: Id.optional(),
});

/** A segment without the words it stands on: whoever may read them has them, as they are now. */
export const LiveSegment = SegmentState.omit({ quote: true, before: true, after: true });
export type LiveSegment = z.infer<typeof LiveSegment>;

/** The rows that an operation left, as of one event. */
export const LiveRows = z.object({ segments: z.array(LiveSegment), codings: z.array(CodingState) });
export type LiveRows = z.infer<typeof LiveRows>;

export const LiveEvent = z.object({
  /** Which of the histories it is of: an index into the position. */
  source: z.int().min(0).max(2),
  seq: Seq,
  topic: z.enum(TOPICS),
  /** Where and by whom, for those who may know. */
  transcriptId: Id.nullish(),
  actor: z.object({ id: Id, name: z.string() }).nullish(),
  /** Of a transcript that was erased: there is nothing left to read anew. */
  erased: z.boolean().nullish(),
  /** Of a coding: the operation's id, and its rows. Missing where they are to be asked for anew. */
  id: Id.nullish(),
  rows: LiveRows.nullish(),
  /** Which event it takes back. */
  undoes: Id.nullish(),
  /** What it is among one's own steps in the text: for whoever did it, in all their windows. */
  step: StepInText.nullish(),
});
export type LiveEvent = z.infer<typeof LiveEvent>;

export const LiveEvents = z.array(LiveEvent);

/** Somebody else who is there now, and in which transcripts. */
export const Present = z.object({
  id: Id,
  name: z.string(),
  transcripts: z.array(z.object({ id: Id, title: z.string() })),
});
export type Present = z.infer<typeof Present>;

export const PresentList = z.array(Present);

/** The names of what a stream sends. `anew`: more was missed than is sent again, so read anew. `ended`: come back later. */
export const MESSAGES = ["changes", "people", "anew", "ended"] as const;
