import { z } from "zod";
import { eventId, id, line, optionalLine, personId } from "./fields";
import { SpeakerRole, TEXT_LIMIT } from "./transcripts";

export const VERSION_CHANGES = ["added", "corrected", "replaced", "restored", "redacted"] as const;
export type VersionChange = (typeof VERSION_CHANGES)[number];

/** How long a reason for a correction may be, in UTF-16 code units. */
export const REASON_LIMIT = 500;
/** The longest name that can be hidden, and the longest pseudonym. */
export const NAME_LIMIT = 200;
/** More places than this are hidden in several steps. */
export const MARKS_LIMIT = 5_000;
/** The most edits, and turns, of one correction: those of a text of the greatest length. */
const EDITS_LIMIT = 500_000;
const SPEAKERS_LIMIT = 500;

// PostgreSQL keeps neither NUL nor half a surrogate pair, and a text has LF alone.
const Text = z
  .string("wrong")
  .max(TEXT_LIMIT, "too_long")
  .refine((text) => text.isWellFormed() && !/[\0\r]/.test(text), "control_characters");
const Offset = z.int("wrong").min(0, "wrong").max(TEXT_LIMIT, "wrong");
// PostgreSQL keeps milliseconds and numbers of alignment in 32 bits.
const Whole = z
  .int("wrong")
  .min(0, "wrong")
  .max(2 ** 31 - 1, "wrong");
const Reason = optionalLine(REASON_LIMIT);

/** An edit of a text in place, as what differs from the version that was opened. */
export const CorrectionInput = z.object({
  eventId,
  transcriptId: id,
  personId,
  fromVersionId: id,
  reason: Reason,
  /** Start, end, and what stands there instead; sorted and disjoint, in the text of `fromVersionId`. */
  edits: z.array(z.tuple([Offset, Offset, Text])).max(EDITS_LIMIT, "too_long"),
  /** Of the new text: start, start of the speech, end, index into `speakers`, milliseconds, alignment. */
  turns: z
    .array(z.tuple([Offset, Offset, Offset, Whole.nullable(), Whole.nullable(), Whole.nullable()]))
    .max(EDITS_LIMIT, "too_long"),
  speakers: z.array(z.object({ label: line(200), role: SpeakerRole })).max(SPEAKERS_LIMIT, "too_long"),
});
export type CorrectionInput = z.infer<typeof CorrectionInput>;

export const RestoreInput = z.object({
  eventId,
  transcriptId: id,
  fromVersionId: id,
  /** The version whose text becomes current again. */
  versionId: id,
  reason: Reason,
});

/** What a correction made: a version, and how many live segments found their place in it. */
export const Corrected = z.object({
  transcriptId: z.uuid(),
  versionId: z.uuid(),
  number: z.int(),
  change: z.enum(VERSION_CHANGES),
  placed: z.int(),
  queued: z.int(),
});
export type Corrected = z.infer<typeof Corrected>;

/** Where the same name is looked for: in this transcript, in its pair as well, or in the whole study. */
export const REDACTION_REACH = ["transcript", "pair", "study"] as const;
export type RedactionReach = (typeof REDACTION_REACH)[number];

export const OccurrencesInput = z.object({
  transcriptId: id,
  words: line(NAME_LIMIT),
  reach: z.enum(REDACTION_REACH, "wrong"),
});

/** A place where a name stands. */
export interface Occurrence {
  start: number;
  end: number;
  before: string;
  quote: string;
  after: string;
}

export interface FoundIn {
  transcriptId: string;
  versionId: string;
  title: string;
  language: string;
  places: Occurrence[];
}

export const ElsewhereInput = OccurrencesInput.pick({ transcriptId: true, words: true });

/** What people write beside the texts, where a name can stand too. */
export const WRITTEN_BESIDE = ["memos", "reasons", "people", "interviews", "codebook"] as const;

/** Notes that hold a name, which hiding it in texts leaves as they are. */
export interface Elsewhere {
  where: (typeof WRITTEN_BESIDE)[number];
  count: number;
  /** Of memos and reasons: whose they are; and of memos the first one's segment. */
  transcript: { id: string; title: string; segmentId: string | null } | null;
}

export const RedactInput = z.object({
  eventId,
  transcriptId: id,
  words: line(NAME_LIMIT),
  pseudonym: line(NAME_LIMIT),
  /** Whether labels of speakers and titles lose the name, too. */
  labels: z.boolean(),
  places: z
    .array(
      z.object({
        transcriptId: id,
        versionId: id,
        ranges: z
          .array(z.tuple([Offset, Offset]))
          .min(1, "required")
          .max(MARKS_LIMIT, "too_long"),
      }),
    )
    .min(1, "required")
    .max(1_000, "too_long"),
});

export const TakeBackInput = z.object({
  eventId,
  transcriptId: id,
  fromVersionId: id,
  /** Where the pseudonyms begin whose words are to come back. */
  starts: z.array(Offset).min(1, "required").max(MARKS_LIMIT, "too_long"),
});

/** What becomes of a segment that has no certain place: the place that a person gave it, or none. */
export const DecideInput = z.object({
  eventId,
  segmentId: id,
  decision: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("place"), versionId: id, start: Offset, end: Offset, quote: Text }),
    z.object({ kind: z.literal("give_up") }),
  ]),
});
export type Decision = z.infer<typeof DecideInput>["decision"];

export const VersionParams = z.object({ transcriptId: id });
export const PseudonymParams = z.object({ studyId: id });

export interface ListedVersion {
  id: string;
  number: number;
  change: VersionChange;
  reason: string;
  by: string | null;
  at: string;
  length: number;
  current: boolean;
  /** Older than a redaction: open to those only who may see originals. */
  guarded: boolean;
}

/** A segment that waits for a person to say where it belongs. */
export interface QueuedSegment {
  id: string;
  coder: { id: string; name: string };
  mine: boolean;
  codes: { id: string; name: string; hue: number }[];
  memo: string;
  /** The words, with what stood around them, and in which version. */
  before: string;
  quote: string;
  after: string;
  number: number;
  /** Where it most likely belongs now, with what stands around it, and how alike the words are, from 0 to 1. */
  proposal: (Occurrence & { score: number }) | null;
}

export interface Queue {
  studyId: string;
  transcript: { id: string; title: string; language: string };
  versionId: string;
  total: number;
  segments: QueuedSegment[];
}

export interface ListedPseudonym {
  id: string;
  original: string;
  replacement: string;
  /** Where it stands now. */
  transcripts: { id: string; title: string; places: number }[];
}

/** GET /api/transcripts/[transcriptId]/originals: the words behind the pseudonyms of the current version. */
export const Originals = z.object({
  versionId: z.uuid().nullable(),
  /** Start and end of a pseudonym, and the words behind it. */
  originals: z.array(z.tuple([z.int(), z.int(), z.string()])),
});
export type Originals = z.infer<typeof Originals>;
