import { z } from "zod";
import { ERROR_CODES } from "@/lib/access/errors";
import type { Matchable } from "@/lib/domain/people";
import { FILE_FORMATS, PUT_BACK_KINDS, type SpeakerRole } from "@/lib/domain/transcript";
import { id, line, optionalLine } from "./fields";
import { FileRead } from "./files";
import { REASON_LIMIT } from "./revisions";
import {
  Encoding,
  Language,
  SOURCE_KINDS,
  SpeakerChoices,
  TITLE_LIMIT,
  type TranscriptPlace,
} from "./transcripts";

/** The most files that one batch takes: more than a study has interviews, and a page of them still opens at once. */
export const UPLOADS_LIMIT = 1000;
/** The longest name of a file, with the folders it lies in, in UTF-16 code units. */
export const NAME_LIMIT = 1000;
/** How long a file that became no transcript is kept, in days. */
export const KEPT_DAYS = 30;

export const UPLOAD_STATUSES = [
  "received",
  "reading",
  "read",
  "chosen",
  "storing",
  "stored",
  "failed",
  "cancelled",
] as const;
export const UploadStatus = z.enum(UPLOAD_STATUSES);
export type UploadStatus = z.infer<typeof UploadStatus>;

const column = z.int("wrong").min(0, "wrong").max(1000, "wrong").nullable();

/** What a person decides about a file's reading: speakers, columns, margins (see lib/domain/transcript). */
export const ReadingChoices = SpeakerChoices.extend({
  columns: z
    .object({ text: column, speaker: column, time: column, end: column, other: column })
    .nullable()
    .default(null),
  joinTurns: z.boolean().default(false),
  keep: z.array(z.enum(PUT_BACK_KINDS)).max(PUT_BACK_KINDS.length, "too_long").default([]),
});

const LABEL = 200;
const MANY = 2000;
const offset = z.int().min(0);

/** A question that a person tied to a range of the text, or matching did and the person kept. */
export const ChosenPassage = z.object({ questionId: id, start: offset, end: offset, answered: z.boolean() });
export type ChosenPassage = z.infer<typeof ChosenPassage>;

/** What goes with a file when it becomes a transcript. What is null is guessed from the file. */
export const ImportChoices = z.object({
  title: line(TITLE_LIMIT),
  language: Language.nullable(),
  encoding: Encoding.nullable(),
  reading: ReadingChoices,
  kind: z.enum(SOURCE_KINDS, "wrong"),
  publisher: optionalLine(TITLE_LIMIT),
  /** The day that a document is from. */
  date: z.iso.date("not_a_date").nullable(),
  /** The interview that this is the text of; null for other sources. */
  interviewId: id.nullable(),
  /** Which interviewee a speaker is; the only interviewee of the interview otherwise. */
  interviewees: z.array(z.object({ label: z.string().max(LABEL), intervieweeId: id })).max(500, "too_long"),
  /** Whether turns that ask the guide's questions open passages. */
  questions: z.boolean(),
  /** The passages as corrected by hand; null while matching decides. */
  passages: z.array(ChosenPassage).max(MANY, "too_long").nullable(),
  /** Whether the file holds one talk in two languages, which become a pair. */
  bothLanguages: z.boolean(),
  /** The same talk in another language: a transcript that is there, or another file of the batch. */
  pairWith: z
    .discriminatedUnion("is", [
      z.object({ is: z.literal("transcript"), id }),
      z.object({ is: z.literal("upload"), id }),
    ])
    .nullable(),
  /** Where the file takes the place of a transcript's text: its speakers who are the transcript's, under their labels there. */
  known: z
    .array(z.object({ label: z.string().max(LABEL), into: z.string().max(LABEL) }))
    .max(500, "too_long")
    .default([]),
});
export type ImportChoices = z.infer<typeof ImportChoices>;

/** Which text a file takes the place of, once a person has said so. */
const Replacement = z.object({
  transcriptId: id,
  /** The version whose difference the person saw; it must still be current. */
  fromVersionId: id,
  reason: optionalLine(REASON_LIMIT),
});
/** A file's choices as they are kept when it is handed on to be stored. */
export const HandedOn = ImportChoices.extend({ replaces: Replacement.nullable().default(null) });
export type HandedOn = z.infer<typeof HandedOn>;

/** Choices of one file that serve the others of its batch. */
export const BatchChoices = ImportChoices.pick({
  language: true,
  encoding: true,
  reading: true,
  kind: true,
  publisher: true,
  questions: true,
  bothLanguages: true,
}).partial();
export type BatchChoices = z.infer<typeof BatchChoices>;

const count = z.int().min(0);

/** What a list says of a file that has been read: numbers, no words of it. */
export const UploadFacts = z.object({
  format: z.enum(FILE_FORMATS),
  encoding: Encoding.nullable(),
  language: z.string(),
  speakers: count,
  turns: count,
  characters: count,
  warnings: count,
  /** Whether a person should look before it is added: nobody speaks, letters cannot be read, or it holds two languages. */
  look: z.boolean(),
});
export type UploadFacts = z.infer<typeof UploadFacts>;

/** A file of a batch: its id, name, bytes, where it is, why it failed, what it became, what is known of it. */
export const UploadRow = z.tuple([
  z.uuid(),
  z.string(),
  count,
  UploadStatus,
  z.string().nullable(),
  z.uuid().nullable(),
  UploadFacts.nullable(),
]);
export type UploadRow = z.infer<typeof UploadRow>;

/** GET /api/imports/[batchId]: asked for again and again while something is under way. */
export const BatchProgress = z.object({ cancelled: z.boolean(), uploads: z.array(UploadRow) });
export type BatchProgress = z.infer<typeof BatchProgress>;

/** GET …/uploads/[uploadId]/reading, in gzip: what the file held, for its preview. */
export const UploadReading = FileRead.options[0].omit({ ok: true, guess: true });
export type UploadReading = z.infer<typeof UploadReading>;

/** What sending a file answers. */
export const Received = z.object({ id: z.uuid(), size: count, sha256: z.string() });
export type Received = z.infer<typeof Received>;
export const ReceivedAnswer = z.union([
  Received,
  z.object({ error: z.object({ code: z.enum(ERROR_CODES), detail: z.string().optional() }) }),
]);

export const OpenBatch = z.object({ id, studyId: id });
/** A batch for the one file that takes the place of a transcript's text. */
export const OpenReplacement = z.object({ id, transcriptId: id });
export const ReplaceText = Replacement.extend({ uploadId: id, choices: ImportChoices });
export const ReplaceParams = z.object({ transcriptId: id });
export const ReplacementParams = ReplaceParams.extend({ batchId: id });
export const StudyParams = z.object({ studyId: id });
export const BatchParams = z.object({ batchId: id });
export const UploadAddress = z.object({ batchId: id, uploadId: id });
export const SendUpload = UploadAddress.extend({ position: z.coerce.number().int().min(0).max(1_000_000) });
/** The name stands in a header, so that it is in no address that a proxy writes down. */
export const NAME_HEADER = "x-file-name";
export const UploadName = z
  .string("required")
  .transform((encoded, context) => {
    try {
      return decodeURIComponent(encoded).replace(/[\p{Cc}\p{Cs}]/gu, "\uFFFD");
    } catch {
      context.addIssue("wrong");
      return z.NEVER;
    }
  })
  .pipe(line(NAME_LIMIT));

/** Keeps what a person has chosen so far for a file, or for the batch. */
export const KeepChoices = z.object({ uploadId: id, choices: ImportChoices });
export const KeepBatchChoices = z.object({ batchId: id, choices: BatchChoices });
/** Files and what was chosen for them: to be stored, or to be read anew. */
export const HandOn = z.object({
  batchId: id,
  uploads: z
    .array(z.object({ id, choices: ImportChoices }))
    .min(1, "required")
    .max(UPLOADS_LIMIT, "too_long"),
});
/** Without a list, the batch itself with all that come later. */
export const CancelUploads = z.object({
  batchId: id,
  uploads: z.array(id).min(1, "required").max(UPLOADS_LIMIT, "too_long").nullable(),
});

/** The screen of a batch: what it holds, and what its files can be tied to. */
export interface BatchPlace extends TranscriptPlace {
  batchId: string;
  cancelled: boolean;
  choices: BatchChoices | null;
  /** The transcript whose text the batch's file is to take the place of. */
  replaces: string | null;
  /** The interviewees as a file's name can mean them; their names for those who may see them. */
  people: Matchable[];
  uploads: UploadRow[];
  /** Choices by upload, where a person has made some. */
  chosen: Record<string, ImportChoices>;
}

/** A batch in the list of a study: how many of its files are where. */
export interface ListedBatch {
  id: string;
  createdAt: string;
  /** On their way through reading or storing. */
  underWay: number;
  /** Read, or failed: they wait for a person. */
  waiting: number;
  stored: number;
  total: number;
  /** The transcript whose text its file is to take the place of. */
  replaces: string | null;
}

/** The transcript whose text is to be replaced, beside what any file can be tied to. */
export interface ReplacementPlace extends BatchPlace {
  transcript: { id: string; title: string; language: string; interviewId: string | null };
  /** Its speakers who speak in the current text, or have spoken. */
  speakers: { label: string; role: SpeakerRole; intervieweeId: string | null }[];
  codes: { id: string; name: string; hue: number }[];
  /** Whether the person may see the names that the text hides. */
  maySeeOriginals: boolean;
}

/** A file that a transcript was made of. */
export interface ListedOriginal {
  batchId: string;
  /** The upload's. */
  id: string;
  name: string;
  /** When it was brought in. */
  at: string;
  /** The version whose text it became. */
  versionId: string;
}
