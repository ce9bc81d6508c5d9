import { guessLanguage } from "./language";
import { questionNumber, withoutNumber } from "./numbered";
import { FOLLOW_UP, foldWords, likeness, wordings } from "./questions";
import type { ParsedTranscript } from "./types";

export interface FoundQuestion {
  /** As it is numbered in the transcripts (`3.a`), or `1`, `2`, …; follow-ups count within their question: `2.1`. */
  key: string;
  /** As first asked, without the mark of a follow-up. */
  text: string;
  followUp: boolean;
  /** How many of the transcripts ask it. */
  transcripts: number;
  /**
   * Where it is one question only by its place: the wordings that were taken for one, each with how many
   * transcripts ask it. Whether they are, a person says (see `keptApart`).
   */
  unsure: Wording[] | null;
}

interface Wording {
  text: string;
  transcripts: number;
}

const ASKS =
  /[?？]|(?:です|ます|でしょう|ません|でした|ました)か(?:[。．\s]|$)|(?:ください|下さい|お願いします)[。．]?\s*$|^\s*(?:please|tell me|could you|can you|would you|describe|explain)\b/iu;
/** From here on, two wordings are one question. */
const SAME = 0.9;
/** Longer turns of an interviewer tell more than they ask. */
const LONGEST = 600;

interface Gathered {
  /** Its number, where the transcripts carry the guide's. */
  key: string | null;
  text: string;
  followUp: boolean;
  wordings: string[];
  seen: Set<number>;
  unsure: Wording[] | null;
}

/**
 * The questions that interviewers ask in these transcripts, each once, in an order that agrees with
 * the transcripts': a question that is new comes after the one asked before it. Wordings that are the
 * same in one of their languages, or nearly, are one question; so are those of two languages that carry one
 * number, or that stand in the same place of two guides alike in length and follow-ups. Their wordings are
 * joined by ` / `; those that are one by their place alone say so. For adoption as a guide, by a person.
 */
export function guideFromQuestions(
  transcripts: readonly Pick<ParsedTranscript, "text" | "turns" | "speakers">[],
): FoundQuestion[] {
  const byLanguage = new Map<string, Gathered[]>();
  transcripts.forEach((parsed, index) => {
    const said = parsed.turns.map(({ bodyStart, end }) => parsed.text.slice(bodyStart, end));
    const language = guessLanguage(said.join("\n"));
    const known = byLanguage.get(language) ?? [];
    gather(known, parsed, index);
    byLanguage.set(language, known);
  });
  return number([...byLanguage.values()].reduce<Gathered[]>(united, []));
}

/** Takes in what is asked in a transcript, known by its index. */
function gather(
  found: Gathered[],
  { text, turns, speakers }: Pick<ParsedTranscript, "text" | "turns" | "speakers">,
  index: number,
): void {
  const interviewers = new Set(
    speakers.filter(({ role }) => role === "interviewer").map(({ label }) => label),
  );
  let place = -1;
  for (const turn of turns) {
    const said = text.slice(turn.bodyStart, turn.end).trim();
    if (turn.speaker === null ? questionNumber(said) === null : !interviewers.has(turn.speaker)) continue;
    const key = questionNumber(said);
    const speech = withoutNumber(said);
    if (speech.length > LONGEST || foldWords(speech) === "" || (key === null && !ASKS.test(speech))) continue;
    const known = found.findIndex((each) => sameQuestion(each, speech));
    if (known >= 0) {
      found[known]?.seen.add(index);
      place = known;
    } else {
      const question = {
        key,
        text: speech.replace(FOLLOW_UP, ""),
        followUp: FOLLOW_UP.test(speech),
        wordings: wordings(speech),
        seen: new Set([index]),
        unsure: null,
      };
      found.splice(++place, 0, question);
    }
  }
}

/** The questions of two languages as one list. */
function united(first: readonly Gathered[], second: readonly Gathered[]): Gathered[] {
  if (first.length === 0) return [...second];
  const together = [...first];
  const inPlace =
    first.length === second.length &&
    first.every(({ key, followUp }, place) => followUp === second[place]?.followUp && key === null);
  let place = -1;
  second.forEach((question, index) => {
    const known = together.findIndex((each) => isOne(each, question, inPlace && each === first[index]));
    const one = together[known];
    if (!one) {
      together.splice(++place, 0, question);
      return;
    }
    const both = one.wordings.some((wording) => question.wordings.includes(wording));
    const sure = both || (one.key !== null && one.key === question.key);
    together[known] = {
      ...one,
      unsure: sure ? one.unsure : [...(one.unsure ?? [wordingOf(one)]), wordingOf(question)],
      text: both ? one.text : `${one.text} / ${question.text}`,
      wordings: [...new Set([...one.wordings, ...question.wordings])],
      seen: new Set([...one.seen, ...question.seen]),
    };
    place = known;
  });
  return together;
}

const wordingOf = ({ text, seen }: Gathered): Wording => ({ text, transcripts: seen.size });

const isOne = (known: Gathered, question: Gathered, samePlace: boolean) =>
  samePlace ||
  (known.key !== null && known.key === question.key) ||
  known.wordings.some((wording) => question.wordings.includes(wording));

function sameQuestion(known: Gathered, speech: string): boolean {
  const said = wordings(speech);
  if (known.wordings.some((wording) => said.includes(wording))) return true;
  return said.length > 0 && likeness(known.text, speech.replace(FOLLOW_UP, "")) >= SAME;
}

/**
 * The same questions where a person keeps apart what is one by its place alone: those of the first guide, then
 * those of the other languages' guides, numbered on.
 */
export function keptApart(found: readonly FoundQuestion[]): FoundQuestion[] {
  const guides = Math.max(1, ...found.map(({ unsure }) => unsure?.length ?? 1));
  const all = Array.from({ length: guides }, (_, guide) =>
    found.flatMap((question): Numbered[] => {
      if (question.unsure === null) return guide === 0 ? [{ ...question, key: null }] : [];
      const wording = question.unsure[guide];
      return wording ? [{ ...question, ...wording, key: null, unsure: null }] : [];
    }),
  );
  return inOrder(all.flat());
}

type Numbered = Omit<FoundQuestion, "key"> & { key: string | null };

function number(found: readonly Gathered[]): FoundQuestion[] {
  return inOrder(
    found.map(({ key, text, followUp, seen, unsure }) => ({
      key,
      text,
      followUp,
      transcripts: seen.size,
      unsure,
    })),
  );
}

/** A follow-up before any question counts as a question. */
function inOrder(found: readonly Numbered[]): FoundQuestion[] {
  let main = 0;
  let follow = 0;
  const keys = found.flatMap(({ key }) => key ?? []);
  const numbered = keys.length === found.length && new Set(keys).size === keys.length;
  return found.map(({ key, followUp, ...question }) => {
    const isFollowUp = followUp && main > 0;
    if (isFollowUp) follow++;
    else [main, follow] = [main + 1, 0];
    return {
      key: numbered && key !== null ? key : isFollowUp ? `${main}.${follow}` : `${main}`,
      ...question,
      followUp: isFollowUp,
    };
  });
}
