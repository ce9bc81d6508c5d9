import { z } from "zod";
import type { Partner } from "@/lib/domain/transcript";
import { SpeakerRole } from "./transcripts";

const offset = z.int().min(0);

const Turns = z.array(
  z.tuple([
    offset,
    offset,
    offset,
    z.int().nullable(),
    z.tuple([z.string(), SpeakerRole, z.uuid().nullable()]).nullable(),
  ]),
);
const Passages = z.array(z.object({ questionId: z.uuid(), start: offset }));

/** The turns and passages of a transcript, as the database writes them: JSON, which only whoever aligns takes apart. */
export const PartnerJson = z.object({
  /** Turns in their order, in pieces: start, start of the speech, end, milliseconds, and who speaks. */
  turns: z.array(z.string()),
  passages: z.string(),
});
export type PartnerJson = z.infer<typeof PartnerJson>;

export function partnerOf({ turns, passages }: PartnerJson): Partner {
  return {
    turns: turns.flatMap((piece) =>
      Turns.parse(JSON.parse(piece)).map(([start, bodyStart, end, atMs, speaker]) => ({
        start,
        bodyStart,
        end,
        atMs,
        speaker: speaker && { label: speaker[0], role: speaker[1], intervieweeId: speaker[2] },
      })),
    ),
    passages: Passages.parse(JSON.parse(passages)),
  };
}
