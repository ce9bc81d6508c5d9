import { type Passage, passagesOf } from "@/components/revisions/model/passages";
import {
  carrier,
  difference,
  hideAlike,
  type Redaction,
  type SameSpeaker,
  sameSpeakers,
} from "@/lib/domain/revision";
import type { Range } from "@/lib/domain/segment";
import type { ParsedTranscript, ParsedTurn } from "@/lib/domain/transcript";

/** The text that a file is to take the place of, with what points into it. Half-open UTF-16 code units. */
export interface Base {
  text: string;
  /** Empty for those who may not see what stands behind a pseudonym. */
  redactions: readonly Redaction[];
  turns: readonly Pick<ParsedTurn, "bodyStart" | "end" | "speaker">[];
  speakers: readonly { label: string }[];
  segments: readonly Range[];
}

/** What a file would change, before it does. */
export interface Comparison {
  /** Speakers of the file who are probably speakers of the text, under other labels. */
  same: SameSpeaker[];
  passages: Passage[];
  /** Places where the texts differ; `passages` are the first of them. */
  count: number;
  placed: number;
  /** Which of the segments will wait for a decision, as indexes. */
  waiting: number[];
}

/** More places than these are counted and not shown. */
const SHOWN = 200;

/** Compares as the server will when it stores the text: what is hidden stays hidden, in its place and elsewhere. */
export function compared(
  base: Base,
  parsed: Pick<ParsedTranscript, "text" | "turns" | "speakers">,
): Comparison {
  const after = hideAlike(base, { text: parsed.text, redactions: [] });
  const { place } = carrier(base, after);
  const waiting = base.segments.flatMap((segment, index) => (place(segment).ok ? [] : [index]));
  const edits = difference(base.text, after.text);
  const words = after.redactions.length > 0 ? difference(base.text, parsed.text) : edits;
  return {
    same: sameSpeakers(base, parsed, words),
    ...passagesOf(base.text, edits, SHOWN),
    placed: base.segments.length - waiting.length,
    waiting,
  };
}
