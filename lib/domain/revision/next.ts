import { applyEdits } from "../segment";
import type { Draft, DraftPassage, DraftSpeaker, DraftTurn } from "../transcript";
import { type Beside, carryAlignment, carryBeside } from "./beside";
import { difference, type TextEdit } from "./difference";
import {
  carriedRedactions,
  hide,
  hideAlike,
  type Mark,
  type Redacted,
  type Redaction,
  unhide,
  withoutNames,
} from "./redaction";

/** A version as it is stored, but for its speakers, who are the transcript's. */
export interface VersionText extends Redacted {
  turns: readonly (Omit<DraftTurn, "speaker"> & { speakerId: string | null })[];
  points: Draft["points"];
  passages: readonly (DraftPassage & { byHand: boolean })[];
}

/** What somebody does to a version. Edits and marks refer to its text, and are sorted and disjoint. */
export type VersionStep =
  /** Edits the text and says what its turns are. */
  | { kind: "edit"; edits: readonly TextEdit[]; turns: DraftTurn[]; speakers: DraftSpeaker[] }
  /** Gives all of it anew; another transcription may bring names back. */
  | { kind: "draft"; draft: Draft; another: boolean }
  /** Brings back the text of an older version. */
  | { kind: "restore"; older: VersionText }
  | { kind: "hide"; marks: readonly Mark[] }
  /** Puts the words back behind the pseudonyms that begin here. */
  | { kind: "unhide"; starts: readonly number[] };

/** The speakers of a transcript with their ids, in the order in which drafts are to name them. */
export type KnownSpeaker = DraftSpeaker & { id: string };

export interface NextText {
  draft: Draft;
  redactions: readonly Redaction[];
}

/**
 * What a version becomes by a step, with all that stands beside its text. Passages that a draft does not
 * give are carried over; in a pair, turns without a number keep the alignment of those that they were. What
 * is hidden stays hidden, but where it is taken back.
 */
export function nextText(
  from: VersionText,
  step: VersionStep,
  { speakers, paired }: { speakers: readonly KnownSpeaker[]; paired: boolean },
): NextText {
  switch (step.kind) {
    case "edit": {
      const { passages, points } = carryBeside(
        { points: from.points, passages: [...from.passages], turns: [] },
        step.edits,
      );
      const text = applyEdits(from.text, step.edits);
      const draft = { text, turns: step.turns, speakers: step.speakers, points, passages };
      return completed(from, draft, { another: false, paired });
    }
    case "draft":
      return completed(from, step.draft, { another: step.another, paired });
    case "restore":
      return rewritten(draftOfVersion(step.older, speakers), hideAlike(from, step.older));
    case "hide":
      return rewritten(draftOfVersion(from, speakers), hide(from, step.marks));
    case "unhide":
      return rewritten(draftOfVersion(from, speakers), unhide(from, new Set(step.starts)));
  }
}

/** A draft with what the version before has and the draft leaves open, and without the names that are hidden. */
function completed(
  from: VersionText,
  given: Draft,
  { another, paired }: { another: boolean; paired: boolean },
): NextText {
  const edits = difference(from.text, given.text);
  const bare = paired ? { ...given, turns: carryAlignment(given.turns, from.turns, edits) } : given;
  const asked = new Set(given.passages.map(({ questionId }) => questionId));
  const former = carryBeside({ turns: [], points: [], passages: [...from.passages] }, edits).passages;
  const kept =
    given.passages.length === 0
      ? former
      : former.filter((each) => each.byHand && !asked.has(each.questionId));
  const draft: Draft = { ...bare, passages: [...given.passages, ...kept] };
  if (!another) return { draft, redactions: carriedRedactions(from, draft.text) };
  const names = namesIn(from);
  const speakers = draft.speakers.map((speaker) => ({
    ...speaker,
    label: withoutNames(speaker.label, names),
    aliases: speaker.aliases.map((alias) => withoutNames(alias, names)),
  }));
  return rewritten({ ...draft, speakers }, hideAlike(from, { text: draft.text, redactions: [] }));
}

/** The names that a text hides, each with its pseudonym. */
function namesIn({ text, redactions }: Redacted): Map<string, string> {
  return new Map(redactions.map(({ start, end, original }) => [original, text.slice(start, end)]));
}

/** A draft after pseudonyms were put into its text or taken out: everything beside it goes along. */
function rewritten(
  draft: Draft,
  { text, redactions, edits }: Redacted & { edits: readonly TextEdit[] },
): NextText {
  const beside: Beside<DraftTurn, Draft["points"][number], DraftPassage> = draft;
  return { draft: { ...draft, text, ...carryBeside(beside, edits) }, redactions };
}

/** A stored version as a draft, with all speakers of its transcript. */
function draftOfVersion(
  { text, turns, points, passages }: VersionText,
  speakers: readonly KnownSpeaker[],
): Draft {
  const index = new Map(speakers.map(({ id }, place) => [id, place]));
  return {
    text,
    turns: turns.map(({ speakerId, ...turn }) => ({
      ...turn,
      speaker: speakerId === null ? null : (index.get(speakerId) ?? null),
    })),
    points: [...points],
    passages: [...passages],
    speakers: speakers.map(({ id: _, ...speaker }) => speaker),
  };
}
