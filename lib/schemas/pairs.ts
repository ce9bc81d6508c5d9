import { z } from "zod";
import { eventId, id, personId } from "./fields";

/** More turns than the longest transcript has. */
const TURNS_LIMIT = 200_000;

export const PairParams = z.object({ transcriptId: id });

const numbers = z.array(z.int().min(0).max(TURNS_LIMIT).nullable()).max(TURNS_LIMIT, "too_long");
const side = z.object({ versionId: id, numbers });

/**
 * The whole alignment of a pair, as a person left it: a number for each turn of either side, shared by
 * those that say the same. `base` is the event that last changed it, as far as the person has seen.
 */
export const SetAlignment = z.object({
  eventId,
  transcriptId: id,
  personId,
  own: side,
  other: side,
  base: id.nullable(),
});
export type SetAlignment = z.infer<typeof SetAlignment>;

export const MakePair = z.object({ eventId, transcriptId: id, otherId: id });
export const BreakPair = z.object({ eventId, transcriptId: id });

/** One half of a pair, without its words. */
export interface PairHalf {
  id: string;
  title: string;
  /** BCP 47. */
  language: string;
}

/** What the screen of a pair starts from; the texts of both halves are hot reads of their own. */
export interface PairFrame {
  studyId: string;
  transcript: PairHalf;
  other: PairHalf | null;
  /** The event that last changed the alignment. */
  base: string | null;
  /** Transcripts that could be the other half, those of the same interview first. */
  candidates: (PairHalf & { sameInterview: boolean })[];
  mayCorrect: boolean;
  /** Who looks at it: what they change is kept under their name until it is stored. */
  personId: string;
}
