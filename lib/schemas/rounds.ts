import { z } from "zod";
import { eventId, id, line, personId, prose } from "./fields";

/** What is offered: training rounds are kept for those who learn, whom no screen lets in yet. */
export const ROUND_KINDS = ["open", "blind"] as const;
export type RoundKind = (typeof ROUND_KINDS)[number] | "training";

/** Most assignments that are given and taken in one step: 300 transcripts by 12 coders with room. */
export const ASSIGNMENTS_LIMIT = 10_000;

const day = z.iso.date("not_a_date").nullable();

const fields = { title: line(120), kind: z.enum(ROUND_KINDS), instructions: prose(5_000), dueOn: day };

export const MakeRound = z.object({ eventId, studyId: id, id, ...fields });

/** `base` is the round as the person saw it. */
export const EditRound = z.object({
  eventId,
  roundId: id,
  base: z.object({
    title: z.string(),
    kind: z.string(),
    instructions: z.string(),
    dueOn: z.string().nullable(),
  }),
  wanted: z.object(fields),
});

const Pairs = z.array(z.object({ transcriptId: id, coderId: id })).max(ASSIGNMENTS_LIMIT, "too_long");

/** Gives and takes assignments: all of it or nothing. What is so already is left as it is. */
export const Assign = z.object({ eventId, roundId: id, give: Pairs, take: Pairs });

export const RoundRef = z.object({ eventId, roundId: id });
/** `title` is typed by the person, since what was seen cannot be unseen. */
export const RevealRound = RoundRef.extend({ title: z.string().trim() });

/** Says of a transcript that one is assigned that it is done, or that it is not after all. */
export const MarkDone = z.object({ eventId, roundId: id, transcriptId: id, done: z.boolean(), personId });

export const RoundPage = z.object({ roundId: id });

/** A round as those who may see it see it. Figures are of what they may see: all, or in a blind round their own. */
export interface RoundSummary {
  id: string;
  kind: RoundKind;
  title: string;
  instructions: string;
  /** YYYY-MM-DD */
  dueOn: string | null;
  opened: boolean;
  revealed: boolean;
  ended: boolean;
  /** Whether whoever asks sees in it their own codings alone. */
  hides: boolean;
  transcripts: number;
  coders: number;
  assigned: number;
  done: number;
}

/** How far a coder is with a transcript. Null where whoever asks may not see it. */
export interface AssignmentProgress {
  /** Of the interviewees' talk: words, or characters, as the transcript is counted. */
  coded: number;
  talk: number;
}

export interface RoundAssignment {
  transcriptId: string;
  coderId: string;
  done: boolean;
  progress: AssignmentProgress | null;
}

export interface RoundTranscript {
  id: string;
  title: string;
  language: string;
  counted: "words" | "characters";
  /** Of those interviewed, ascending. */
  numbers: number[];
}

export interface RoundCoder {
  id: string;
  name: string;
  /** Whether they are a member who may code still. */
  codes: boolean;
  own: boolean;
}

export interface RoundDetail {
  round: RoundSummary;
  mayEdit: boolean;
  /** Those that may be assigned, for whoever assigns; else those that are, as far as one may see. */
  transcripts: RoundTranscript[];
  coders: RoundCoder[];
  assignments: RoundAssignment[];
}

/** One's own work: a transcript in a round that runs. */
export interface OwnAssignment {
  round: Pick<RoundSummary, "id" | "title" | "kind" | "dueOn" | "instructions" | "hides">;
  transcript: Omit<RoundTranscript, "numbers">;
  done: boolean;
  progress: AssignmentProgress;
  /** How far down the text one has read, from 0 to 1: nobody else's business. */
  read: number;
}

/** Who codes a transcript in rounds that run. */
export interface AssignedCoder {
  transcriptId: string;
  coderId: string;
  name: string;
  done: boolean;
}
