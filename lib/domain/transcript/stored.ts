import { boundaryAtOrAfter, splitParagraphs } from "../text";
import { alignDraft, type Partner } from "./align-draft";
import type { Draft } from "./draft";
import { jsonPieces, UNITS } from "./pieces";
import { type SpokenSize, sizeOf } from "./size";

/** What the rows of a draft are rows of; `Words` go on with a paragraph's text, `Partner` are numbers of the other half's turns. */
export const STORED_KINDS = [
  "Speaker",
  "Paragraph",
  "Words",
  "Turn",
  "SyncPoint",
  "Passage",
  "Partner",
] as const;
export type StoredKind = (typeof STORED_KINDS)[number];

/** Some rows of one kind, as a JSON array of objects with the names of the columns. */
export interface StoredRows {
  kind: StoredKind;
  json: string;
}

/** What is asked of a draft as a whole when it is stored. */
export interface DraftHead {
  /** UTF-16 code units. */
  length: number;
  turns: number;
  speakers: number;
  passages: number;
  /** Who speaks, and which questions passages answer: each once. */
  interviewees: string[];
  questions: string[];
  size: SpokenSize;
  /** How its turns were aligned with its partner's (see align-draft.ts); null without one. */
  aligned: "given" | "turns" | "runs" | null;
}

export interface PreparedDraft {
  head: DraftHead;
  /** Speakers before turns, paragraphs before what goes on with them; made as they are taken. */
  rows: Iterable<StoredRows>;
}

/**
 * A draft without a fault (see `draftFault`) made ready to be stored, aligned with its partner where it has
 * one. `newId` makes the ids of speakers and passages.
 */
export function prepareDraft(
  given: Draft,
  { language, partner, newId }: { language: string; partner: Partner | null; newId: () => string },
): PreparedDraft {
  const { draft, aligned, numbers } = partner
    ? alignDraft(given, partner)
    : { draft: given, aligned: null, numbers: null };
  const { text, turns, speakers, passages } = draft;
  const ids = speakers.map(newId);
  return {
    head: {
      length: text.length,
      turns: turns.length,
      speakers: speakers.length,
      passages: passages.length,
      interviewees: [...new Set(speakers.flatMap(({ intervieweeId }) => intervieweeId ?? []))],
      questions: [...new Set(passages.map(({ questionId }) => questionId))],
      size: sizeOf({ ...draft, language }),
      aligned,
    },
    rows: (function* () {
      yield* inPieces("Speaker", speakers, ({ label, aliases, role, intervieweeId }, index) => ({
        id: ids[index],
        label,
        aliases,
        role,
        intervieweeId,
      }));
      yield* textRows(draft, ids, newId);
      yield* inPieces("Partner", numbers ?? [], (align, ordinal) => ({ ordinal, align }));
    })(),
  };
}

/** The rows of a version's text and of what stands beside it, but for its speakers, whose ids are given. */
export function* textRows(
  { text, turns, points, passages }: Omit<Draft, "speakers">,
  speakerIds: readonly string[],
  newId: () => string,
): Generator<StoredRows> {
  yield* paragraphRows(text);
  const speakerOf = (index: number | null) => (index === null ? null : (speakerIds[index] ?? null));
  yield* inPieces("Turn", turns, ({ start, bodyStart, end, speaker, atMs, align }, ordinal) => ({
    ordinal,
    start,
    bodyStart,
    end,
    speakerId: speakerOf(speaker),
    atMs,
    align,
  }));
  yield* inPieces("SyncPoint", points, ({ at, ms }, ordinal) => ({ ordinal, at, ms }));
  yield* inPieces("Passage", passages, ({ questionId, start, end, status, byHand = false }) => ({
    id: newId(),
    questionId,
    start,
    end,
    status,
    byHand,
  }));
}

function* paragraphRows(text: string): Generator<StoredRows> {
  const lines = splitParagraphs(text);
  const cut = (from: number, end: number) => Math.min(end, boundaryAtOrAfter(text, from + UNITS));
  yield* inPieces("Paragraph", lines, ({ start, end }, ordinal) => ({
    ordinal,
    start,
    end,
    text: text.slice(start, cut(start, end)),
  }));
  for (const [ordinal, { start, end }] of lines.entries()) {
    for (let from = cut(start, end); from < end; from = cut(from, end))
      yield { kind: "Words", json: JSON.stringify([{ ordinal, text: text.slice(from, cut(from, end)) }]) };
  }
}

function* inPieces<Row>(
  kind: StoredKind,
  rows: readonly Row[],
  columnsOf: (row: Row, ordinal: number) => object,
): Generator<StoredRows> {
  for (const json of jsonPieces(rows, columnsOf)) yield { kind, json };
}
