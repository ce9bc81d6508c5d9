import "server-only";
import { z } from "zod";
import { alignTurns } from "@/lib/domain/transcript";
import { SpeakerRole } from "@/lib/schemas/transcripts";
import type { Perform } from ".";

const Turns = z.array(
  z.object({
    role: SpeakerRole.nullable(),
    speaker: z.string().nullable().default(null),
    length: z.number().default(0),
    atMs: z.number().nullable().default(null),
    question: z.string().nullable().default(null),
    align: z.int().nullable().default(null),
  }),
);
const About = z.object({ first: Turns, second: Turns });

export const align: Perform = async (about) => {
  const { first, second } = About.parse(about);
  return alignTurns(first, second);
};
