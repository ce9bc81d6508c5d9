import "server-only";
import {
  asPartner,
  type Draft,
  draftOf,
  foldName,
  type GuideQuestion,
  matchQuestions,
  type ParsedTranscript,
  type Partner,
  parseReading,
  type Reading,
  splitLanguages,
} from "@/lib/domain/transcript";
import type { ImportChoices } from "@/lib/schemas/imports";

/** What a person's choices mean in the study that the text comes to. */
export interface Composing {
  choices: ImportChoices;
  guide: readonly GuideQuestion[];
  /** Who was interviewed alone. */
  alone: string | null;
}

/** A text on its way to be a transcript. */
export interface Part {
  draft: Draft;
  /** BCP 47. */
  language: string;
  /** The other language of the talk, to be aligned with. */
  partner: Partner | null;
}

/** The transcripts that a reading becomes: one, or two that are a pair where the file holds both languages. */
export function partsOf(reading: Reading, composing: Composing, partner: Partner | null): Part[] {
  const { choices } = composing;
  const parsed = parseReading(reading, choices.reading);
  const halves = choices.bothLanguages ? splitLanguages(parsed) : null;
  if (!halves) {
    const language = choices.language ?? parsed.language;
    return [{ draft: draftFrom(parsed, composing), language, partner }];
  }
  // Each half has its own text, so offsets and language are its own too.
  const own = { ...composing, choices: { ...choices, passages: null } };
  const [first, second] = halves;
  const draft = draftFrom(first, own);
  return [
    { draft, language: first.language, partner: null },
    { draft: draftFrom(second, own), language: second.language, partner: asPartner(draft) },
  ];
}

/** The draft that a text makes under the choices for it. */
export function draftFrom(parsed: ParsedTranscript, { choices, guide, alone }: Composing): Draft {
  const { kind, passages: byHand } = choices;
  const chosen = new Map(
    choices.interviewees.map(({ label, intervieweeId }) => [foldName(label), intervieweeId]),
  );
  /** Whom a label stands for: the person's choice, else who was interviewed alone. */
  const whoSpeaks = (label: string) => (kind === "interview" ? (chosen.get(foldName(label)) ?? alone) : null);
  const draft = draftOf(parsed, byHand ?? matchQuestions(parsed, guide), whoSpeaks);
  return {
    ...draft,
    passages: draft.passages.map((passage) => ({ ...passage, byHand: byHand !== null })),
  };
}
