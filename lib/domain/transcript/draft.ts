import { isBoundary } from "../text";
import type { ParsedPassage, ParsedPoint, ParsedTranscript, SpeakerRole } from "./types";

export interface DraftTurn {
  start: number;
  bodyStart: number;
  end: number;
  /** Index into the draft's speakers. */
  speaker: number | null;
  atMs: number | null;
  /** Turns of the two transcripts of a pair that share this number are aligned. */
  align: number | null;
}

export interface DraftSpeaker {
  label: string;
  aliases: string[];
  role: SpeakerRole;
  intervieweeId: string | null;
}

export interface DraftPassage {
  questionId: string;
  start: number;
  end: number;
  status: "answered" | "unanswered";
  /** Set by a person, so that matching the guide anew leaves it alone. */
  byHand?: boolean;
}

/** A text with everything that is stored beside it. Offsets are half-open UTF-16 code units. */
export interface Draft {
  text: string;
  turns: DraftTurn[];
  /** Ascending by offset, one at each. */
  points: ParsedPoint[];
  speakers: DraftSpeaker[];
  passages: DraftPassage[];
}

/**
 * The draft of a parsed transcript. `intervieweeOf` says who a speaker with the role of an interviewee
 * is; it is not asked for others. Only speakers with a turn are kept.
 */
export function draftOf(
  parsed: ParsedTranscript,
  passages: readonly ParsedPassage[],
  intervieweeOf: (label: string) => string | null,
): Draft {
  const index = new Map(parsed.speakers.map(({ label }, place) => [label, place]));
  return {
    text: parsed.text,
    turns: parsed.turns.map(({ speaker, ...turn }) => ({
      ...turn,
      speaker: speaker === null ? null : (index.get(speaker) ?? null),
      align: null,
    })),
    points: parsed.points.map((point) => ({ ...point })),
    speakers: parsed.speakers.map(({ label, aliases, role }) => ({
      label,
      aliases,
      role,
      intervieweeId: role === "interviewee" ? intervieweeOf(label) : null,
    })),
    passages: passages.map(({ answered, ...passage }) => ({
      ...passage,
      status: answered ? "answered" : "unanswered",
    })),
  };
}

export const DRAFT_FAULTS = [
  "empty",
  "turn_range",
  "turn_order",
  "turn_speaker",
  "speaker_twice",
  "point_order",
  "passage_range",
] as const;
export type DraftFault = (typeof DRAFT_FAULTS)[number];

/** The first thing that keeps a draft from being stored, or null: ranges inside the text, whole characters, turns in order and apart, points in order. */
export function draftFault({ text, turns, points, speakers, passages }: Draft): DraftFault | null {
  if (text.trim() === "") return "empty";
  const inside = (start: number, end: number) =>
    start < end && isBoundary(text, start) && isBoundary(text, end);
  let last = 0;
  for (const { start, bodyStart, end, speaker } of turns) {
    if (!inside(start, end) || bodyStart < start || bodyStart > end || !isBoundary(text, bodyStart))
      return "turn_range";
    if (start < last) return "turn_order";
    if (speaker !== null && !speakers[speaker]) return "turn_speaker";
    last = end;
  }
  if (new Set(speakers.map(({ label }) => label)).size < speakers.length) return "speaker_twice";
  let before = -1;
  for (const { at, ms } of points) {
    if (!isBoundary(text, at) || at <= before || !Number.isInteger(ms) || ms < 0) return "point_order";
    before = at;
  }
  return passages.every(({ start, end }) => inside(start, end)) ? null : "passage_range";
}
