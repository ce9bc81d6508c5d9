import { z } from "zod";
import { ENCODINGS } from "@/lib/domain/transcript";
import { id, optionalLine } from "./fields";

/** The largest file that is taken in, in bytes: an interview of a day fits a hundred times over; what is larger holds pictures. */
export const FILE_LIMIT = 50 * 1024 * 1024;
/** The longest text of a transcript, in UTF-16 code units: some two million words. */
export const TEXT_LIMIT = 12_000_000;
export const TITLE_LIMIT = 300;
const SPEAKERS_LIMIT = 500;
const LABEL = 200;

/** What a transcript is the text of; all but the first have no interviewees, and are counted apart. */
export const SOURCE_KINDS = ["interview", "document", "record", "report", "field_note"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const SPEAKER_ROLES = ["interviewer", "interviewee", "other"] as const;
export const SpeakerRole = z.enum(SPEAKER_ROLES, "wrong");

/** BCP 47, as much of it as tells languages, scripts and regions apart. */
export const Language = z
  .string("wrong")
  .trim()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, "wrong");

/** How a file of text may be written; detected, and a person may say otherwise. */
export { ENCODINGS };
export const Encoding = z.enum(ENCODINGS, "wrong");
export type Encoding = z.infer<typeof Encoding>;

const label = z.string().max(LABEL, "too_long");
const labels = z.array(label).max(SPEAKERS_LIMIT, "too_long");

/** What a person decides in the preview about who speaks (see lib/domain/transcript). */
export const SpeakerChoices = z.object({
  accept: labels,
  refuse: labels,
  join: z.array(z.object({ label, into: label })).max(SPEAKERS_LIMIT, "too_long"),
  apart: labels,
  roles: z.array(z.object({ label, role: SpeakerRole })).max(SPEAKERS_LIMIT, "too_long"),
  unlabelled: optionalLine(LABEL).nullable(),
});

export const TextParams = z.object({ transcriptId: id, version: id.optional() });
export const ListParams = z.object({ studyId: id });

const offset = z.int().min(0);
const count = z.int().min(0);

/**
 * GET /api/transcripts/[transcriptId]/text: one version of a text with what stands beside it. Rows are
 * arrays, since a long transcript has thousands; offsets are half-open UTF-16 code units of `text`.
 */
export const TranscriptText = z.object({
  versionId: z.uuid(),
  number: z.int().min(1),
  length: count,
  language: z.string(),
  text: z.string(),
  /** Start, start of the speech, end, index into `speakers`, milliseconds, number shared by aligned turns. */
  turns: z.array(z.tuple([offset, offset, offset, count.nullable(), count.nullable(), z.int().nullable()])),
  speakers: z.array(
    z.object({ label: z.string(), role: SpeakerRole, intervieweeNumber: z.int().nullable() }),
  ),
  /** Start, end, the question's key and wording, and whether it was answered. */
  passages: z.array(z.tuple([offset, offset, z.string(), z.string(), z.enum(["answered", "unanswered"])])),
  /** Start and end of each pseudonym. */
  redactions: z.array(z.tuple([offset, offset])),
});
export type TranscriptText = z.infer<typeof TranscriptText>;

/** What adding a transcript answers: its rows in numbers, without its words. */
export const AddedTranscript = z.object({
  id: z.uuid(),
  versionId: z.uuid(),
  title: z.string(),
  language: z.string(),
  interviewId: z.uuid().nullable(),
  pairId: z.uuid().nullable(),
  /** How its turns were aligned with its pair's; null without a pair, or where the two talks differ. */
  aligned: z.enum(["given", "turns", "runs"]).nullable(),
  length: count,
  turns: count,
  speakers: count,
  passages: count,
});
export type AddedTranscript = z.infer<typeof AddedTranscript>;

/** A row of the list of transcripts. */
export interface ListedTranscript {
  id: string;
  title: string;
  kind: SourceKind;
  /** Of a source that is no interview. */
  publisher: string;
  language: string;
  /** Shared with the transcript of the same talk in another language. */
  pairId: string | null;
  versionId: string;
  /** A calendar day, which no time zone moves. */
  date: string | null;
  minutes: number | null;
  interviewees: { number: number; sector: string; position: string }[];
  speakers: number;
  codings: number;
  coders: number;
  /** Segments that wait for this person to say where they belong. */
  waiting: number;
  /** Questions of the guide that it answers, and that it asks. */
  answered: number;
  asked: number;
  counted: "words" | "characters";
  spoken: number;
  spokenByInterviewees: number;
}

/** What a new transcript can be tied to, and what the person may make on the way. */
export interface TranscriptPlace {
  studyId: string;
  guide: { id: string; key: string; text: string }[];
  sectors: { id: string; name: string }[];
  interviewees: { id: string; number: number; position: string; sector: string }[];
  interviews: {
    id: string;
    date: string | null;
    intervieweeIds: string[];
    /** Made once a file is added to it. */
    planned: boolean;
  }[];
  transcripts: {
    id: string;
    title: string;
    language: string;
    pairId: string | null;
    interviewId: string | null;
  }[];
  mayAddPeople: boolean;
  mayMakeGuide: boolean;
}
