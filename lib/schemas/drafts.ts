import { z } from "zod";
import { DRAFT_FAULTS, type Draft, type DraftHead } from "@/lib/domain/transcript";
import { SpeakerRole } from "./transcripts";

const count = z.int().min(0);

export const DraftFault = z.enum(DRAFT_FAULTS);

/** What is known of a draft as a whole, as it comes from the process that composed it. */
export const DraftHeadOf = z.object({
  length: count,
  turns: count,
  speakers: count,
  passages: count,
  interviewees: z.array(z.uuid()),
  questions: z.array(z.uuid()),
  size: z.object({ spoken: count, spokenByInterviewees: count }),
  aligned: z.enum(["given", "turns", "runs"]).nullable(),
}) satisfies z.ZodType<DraftHead>;

/** A whole draft, where it is needed as one. */
export const WholeDraft = z.object({
  text: z.string(),
  turns: z.array(
    z.object({
      start: count,
      bodyStart: count,
      end: count,
      speaker: count.nullable(),
      atMs: z.int().nullable(),
      align: z.int().nullable(),
    }),
  ),
  points: z.array(z.object({ at: count, ms: count })),
  speakers: z.array(
    z.object({
      label: z.string(),
      aliases: z.array(z.string()),
      role: SpeakerRole,
      intervieweeId: z.uuid().nullable(),
    }),
  ),
  passages: z.array(
    z.object({
      questionId: z.uuid(),
      start: count,
      end: count,
      status: z.enum(["answered", "unanswered"]),
      byHand: z.boolean().default(false),
    }),
  ),
}) satisfies z.ZodType<Draft>;
