import { countUnits, wordStarts } from "../text";
import type { Draft, DraftSpeaker, DraftTurn } from "./draft";

/** How long a transcript is, in words or, for Japanese and its like, characters (see ../text). */
export interface SpokenSize {
  /** Of everything said; labels and what is no speech are not counted. */
  spoken: number;
  spokenByInterviewees: number;
}

type Counted = Pick<Draft, "text"> & {
  /** BCP 47. */
  language: string;
  turns: readonly Pick<DraftTurn, "bodyStart" | "end" | "speaker">[];
  speakers: readonly Pick<DraftSpeaker, "role">[];
};

/** The size of a draft. Counting reads the whole text. */
export function sizeOf({ text, language, turns, speakers }: Counted): SpokenSize {
  const starts = wordStarts(text, language);
  const size = { spoken: 0, spokenByInterviewees: 0 };
  for (const { bodyStart, end, speaker } of turns) {
    const units = countUnits(starts, { start: bodyStart, end });
    size.spoken += units;
    if (speaker !== null && speakers[speaker]?.role === "interviewee") size.spokenByInterviewees += units;
  }
  return size;
}
