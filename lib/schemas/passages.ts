import { z } from "zod";
import { eventId, id } from "./fields";

export const PASSAGE_STATES = ["answered", "unanswered"] as const;

const offset = z.int().min(0);

/**
 * Ties a range of a transcript's current version to a question, or moves what is tied, or says whether it
 * is answered. The range is widened to whole turns; other passages give way.
 */
export const SetPassage = z
  .object({
    eventId,
    transcriptId: id,
    versionId: id,
    /** Of a new passage, made by the client; of one that is there, to change it. */
    passageId: id,
    questionId: id,
    start: offset,
    end: offset,
    status: z.enum(PASSAGE_STATES, "wrong"),
  })
  .refine(({ start, end }) => start < end, { path: ["end"], message: "wrong" });
export type SetPassage = z.infer<typeof SetPassage>;

export const RemovePassage = z.object({ eventId, transcriptId: id, versionId: id, passageId: id });

/** Takes back what one event did to passages; the event of an undoing, too, which does it again. */
export const UndoPassages = z.object({ eventId, transcriptId: id, versionId: id, undoes: id });

export const PassageParams = z.object({ transcriptId: id });

const PassageRow = z.object({
  id: z.uuid(),
  questionId: z.uuid(),
  start: offset,
  end: offset,
  status: z.enum(PASSAGE_STATES),
  byHand: z.boolean(),
});
export type PassageRow = z.infer<typeof PassageRow>;

/** What came of a change: the passages of the version. */
export interface PassagesNow {
  versionId: string;
  passages: PassageRow[];
}

/** What the event of a change holds. */
export const PassageEvent = z.object({
  before: z.object({ passages: z.array(PassageRow) }),
  after: z.object({ versionId: z.uuid(), passages: z.array(PassageRow) }),
});

/** GET /api/transcripts/[transcriptId]/passages: the guide, and what the transcript's interview asks of it. */
export const TranscriptPassages = z.object({
  versionId: z.uuid(),
  questions: z.array(
    z.object({ id: z.uuid(), key: z.string(), text: z.string(), cluster: z.string(), followUp: z.boolean() }),
  ),
  passages: z.array(PassageRow),
  /** Of the other transcripts of the interview: the same question asked in another language. */
  elsewhere: z.array(z.object({ questionId: z.uuid(), status: z.enum(PASSAGE_STATES) })),
});
export type TranscriptPassages = z.infer<typeof TranscriptPassages>;
