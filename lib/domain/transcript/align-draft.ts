import { type AlignableTurn, alignTurns } from "./align";
import type { Draft } from "./draft";
import { foldName } from "./names";
import { numbersOfRows, rowsOfBeads } from "./pair-rows";
import { hintsFromPair } from "./questions";
import { passagesThroughPair } from "./through-pair";
import type { SpeakerRole } from "./types";

/** A turn that is there, with who speaks it. Offsets are half-open UTF-16 code units of its own text. */
export interface PartnerTurn {
  start: number;
  bodyStart: number;
  end: number;
  atMs: number | null;
  speaker: { label: string; role: SpeakerRole; intervieweeId: string | null } | null;
}

/** The other language of a talk, as far as a draft is aligned with it. Turns are ascending and disjoint. */
export interface Partner {
  turns: readonly PartnerTurn[];
  passages: readonly { questionId: string; start: number }[];
}

export interface AlignedDraft {
  draft: Draft;
  /** By the numbers that the draft brought, turn by turn, or in runs; null where the two talks differ. */
  aligned: "given" | "turns" | "runs" | null;
  /** The numbers of the partner's turns; null where its own are kept. */
  numbers: (number | null)[] | null;
}

/** What a turn is aligned by, given the passages of its text. */
export function alignable(passages: readonly { questionId: string; start: number }[]) {
  const questions = new Map(passages.map(({ start, questionId }) => [start, questionId]));
  return ({ start, bodyStart, end, atMs, speaker }: PartnerTurn): AlignableTurn => ({
    role: speaker?.role ?? null,
    speaker: speaker && (speaker.intervieweeId ?? foldName(speaker.label)),
    length: end - bodyStart,
    atMs,
    question: questions.get(start) ?? null,
  });
}

/**
 * A draft aligned with the other language of its talk: its turns and the partner's numbered, and the
 * questions that only the partner was seen to ask asked here, too. Numbers that the draft brings are kept.
 */
export function alignDraft(draft: Draft, partner: Partner): AlignedDraft {
  if (draft.turns.some(({ align }) => align !== null)) return { draft, aligned: "given", numbers: null };
  const existing = partner.turns.map(alignable(partner.passages));
  const incoming = asPartner(draft).turns.map(alignable(draft.passages));
  const beads = alignTurns(existing, incoming);
  if (beads.length === 0) return { draft, aligned: null, numbers: null };
  const numbers = numbersOfRows(rowsOfBeads(beads, existing.length, incoming.length));
  const turns = draft.turns.map((turn, index) => ({ ...turn, align: numbers.second[index] ?? null }));
  const others = partner.turns.map(({ start, end }, index) => ({
    start,
    end,
    align: numbers.first[index] ?? null,
  }));
  const said = turns.map((turn, index) => ({ ...turn, role: incoming[index]?.role ?? null }));
  const hints = hintsFromPair(turns, others, partner.passages);
  const each = beads.length === existing.length && beads.length === incoming.length;
  return {
    draft: { ...draft, turns, passages: passagesThroughPair(said, draft.passages, hints) },
    aligned: each ? "turns" : "runs",
    numbers: numbers.first,
  };
}

/** A draft as the partner of another. */
export function asPartner({ turns, speakers, passages }: Draft): Partner {
  return {
    turns: turns.map(({ start, bodyStart, end, atMs, speaker }) => ({
      start,
      bodyStart,
      end,
      atMs,
      speaker: speaker === null ? null : (speakers[speaker] ?? null),
    })),
    passages,
  };
}
