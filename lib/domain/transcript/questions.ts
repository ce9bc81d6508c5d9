import { questionNumber } from "./numbered";
import type { ParsedPassage, ParsedTranscript } from "./types";

/** A question of the study's guide. */
export interface GuideQuestion {
  id: string;
  /** As people write it before the question, such as `3.a`. */
  key: string;
  /** In one language, or in two with ` / ` or a line break between them. */
  text: string;
}

/** How much of a question's wording must be found in a turn, and the turn's best sentence in the question. */
const SIMILAR = 0.72;
/** Shorter wordings are in too many sentences. */
const SHORTEST = 6;

/** Code units of a turn whose sentences are compared one by one. */
const HEARD = 20_000;

/** Letters and digits alone, NFKC, lower case: the form in which wordings are compared. */
export function foldWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The wording of a question in each of its languages, folded; the whole comes first. */
export function wordings(text: string): string[] {
  const bare = text.replace(FOLLOW_UP, "");
  const parts = bare.split(/\s+[/／]\s+|\s*[／]\s*|\n+/u).map(foldWords);
  return [...new Set([foldWords(bare), ...parts])].filter((wording) => wording.length >= SHORTEST);
}

/** What marks a follow-up question in written interviews. */
export const FOLLOW_UP = /^\s*[(（]\s*(?:follow[- ]?up|追加質問|追加)\s*[)）]\s*/iu;

function pairs(folded: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < folded.length; i++) found.add(folded.slice(i, i + 2));
  return found;
}

/** Sørensen–Dice coefficient of two sets of letter pairs: twice what they share over the sum of their sizes. From 0 to 1. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const pair of few) if (many.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}

/** How alike two wordings are, from 0 to 1, folded or not. */
export const likeness = (a: string, b: string) =>
  foldWords(a) === foldWords(b) ? 1 : dice(pairs(foldWords(a)), pairs(foldWords(b)));

/** A guide as it is looked for in turn after turn. */
interface Prepared {
  keys: { question: GuideQuestion; key: RegExp }[];
  /** In the guide's order. */
  wordings: { question: GuideQuestion; folded: string; pairs: number }[];
  /** The wordings that each letter pair stands in, by index. */
  standsIn: Map<string, number[]>;
  /** How many pairs of what is heard stand in each wording; zero between two looks. */
  shared: Uint32Array;
}

function prepare(guide: readonly GuideQuestion[]): Prepared {
  const standsIn = new Map<string, number[]>();
  const each = guide.flatMap((question) =>
    wordings(question.text).map((folded) => ({ question, folded, pairs: pairs(folded) })),
  );
  each.forEach((wording, index) => {
    for (const pair of wording.pairs) {
      const known = standsIn.get(pair);
      if (known) known.push(index);
      else standsIn.set(pair, [index]);
    }
  });
  return {
    keys: guide.flatMap((question) => {
      const key = keyOf(question);
      return key ? [{ question, key }] : [];
    }),
    wordings: each.map((wording) => ({ ...wording, pairs: wording.pairs.size })),
    standsIn,
    shared: new Uint32Array(each.length),
  };
}

function keyOf(question: GuideQuestion): RegExp | null {
  const key = question.key.trim().replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  if (key === "") return null;
  // A number alone is a key only where a mark sets it off from the sentence: `3.` or `Q3`, not `3 years ago`.
  const needsMark = /^\p{N}+$/u.test(question.key.trim());
  const after = needsMark ? String.raw`\s*[.)．）:：]\s` : String.raw`(?:\s*[.)．）:：]|\s|$)`;
  const pattern = needsMark
    ? String.raw`^(?:[(（[]?${key}${after}|[QＱ問]\s*${key}(?![\p{L}\p{N}]))`
    : String.raw`^[(（[]?[QＱ問]?\s*${key}[\])）]?${after}`;
  return new RegExp(pattern, "iu");
}

/** The question that a speech asks: by its key, by its wording in either language, or by a wording close to it. */
function asked(speech: string, guide: Prepared): GuideQuestion | null {
  const start = speech.trimStart().slice(0, 60);
  const byKey = guide.keys.find(({ key }) => key.test(start));
  if (byKey) return byKey.question;
  const folded = foldWords(speech);
  let exact: Prepared["wordings"][number] | null = null;
  for (const wording of guide.wordings) {
    if (wording.folded.length > (exact?.folded.length ?? 0) && folded.includes(wording.folded))
      exact = wording;
  }
  if (exact) return exact.question;
  // With single blanks, looking for a slash among them takes no longer than reading them.
  const opening = speech.slice(0, HEARD).replace(/\s+/gu, (blank) => (blank.includes("\n") ? "\n" : " "));
  const sentences = opening.split(/(?<=[.!?。！？])\s*|\s+[/／]\s+|\n+/u).slice(0, 40);
  const heard = [folded, ...sentences.map(foldWords)].filter(({ length }) => length >= SHORTEST);
  return closest(heard.map(pairs), guide);
}

/**
 * The question one of whose wordings is most like something heard, by `dice`; the first in the guide of several.
 * Pairs are counted into all wordings at once: a turn costs what it says, not that times the guide.
 */
function closest(heard: readonly ReadonlySet<string>[], guide: Prepared): GuideQuestion | null {
  const { wordings: each, standsIn, shared } = guide;
  let best = -1;
  let score = SIMILAR;
  for (const words of heard) {
    const met: number[] = [];
    for (const pair of words) {
      for (const index of standsIn.get(pair) ?? []) {
        if (shared[index] === 0) met.push(index);
        shared[index] = (shared[index] ?? 0) + 1;
      }
    }
    for (const index of met) {
      const found = (2 * (shared[index] ?? 0)) / ((each[index]?.pairs ?? 0) + words.size);
      shared[index] = 0;
      if (found > score || (found === score && (best < 0 || index < best))) [best, score] = [index, found];
    }
  }
  return each[best]?.question ?? null;
}

/**
 * The passages of a transcript: each turn of an interviewer that asks a question of the guide opens
 * one, which goes on to the last turn before the next question. So does a line of nobody's that carries
 * the question's number, and a turn that `hints` name by its index, as the other language of a pair does
 * (see hintsFromPair). The same question asked again goes on with its passage. Questions in an
 * interviewee's turns are not matched. Passages are ascending and disjoint.
 */
export function matchQuestions(
  parsed: Pick<ParsedTranscript, "text" | "turns" | "speakers">,
  guide: readonly GuideQuestion[],
  hints: ReadonlyMap<number, string> = new Map(),
): ParsedPassage[] {
  if (guide.length === 0) return [];
  const prepared = prepare(guide);
  const known = new Set(guide.map(({ id }) => id));
  const roles = new Map(parsed.speakers.map(({ label, role }) => [label, role]));
  const passages: ParsedPassage[] = [];
  parsed.turns.forEach((turn, index) => {
    const role = turn.speaker === null ? undefined : roles.get(turn.speaker);
    const open = passages.at(-1);
    const speech = parsed.text.slice(turn.bodyStart, turn.end);
    const asks = role === "interviewer" || (turn.speaker === null && questionNumber(speech) !== null);
    const hint = hints.get(index);
    const question =
      (asks ? asked(speech, prepared)?.id : undefined) ??
      (hint !== undefined && known.has(hint) ? hint : null);
    if (question !== null && question !== open?.questionId)
      passages.push({ questionId: question, start: turn.start, end: turn.end, answered: false });
    else if (open) {
      open.end = turn.end;
      if (role === "interviewee" && turn.end > turn.bodyStart) open.answered = true;
    }
  });
  return passages;
}

interface NumberedTurn {
  start: number;
  end: number;
  align: number | null;
}

/**
 * Which turns ask which questions because the turns aligned with them do so in the other language of the
 * pair: question ids by the index of a turn of `own`. A question that this side asks in words that are
 * not recognised is found through the side where they are.
 */
export function hintsFromPair(
  own: readonly Pick<NumberedTurn, "align">[],
  other: readonly NumberedTurn[],
  passages: readonly { questionId: string; start: number }[],
): Map<number, string> {
  const byNumber = new Map<number, number>();
  own.forEach(({ align }, index) => {
    if (align !== null && !byNumber.has(align)) byNumber.set(align, index);
  });
  const hints = new Map<number, string>();
  for (const { questionId, start } of passages) {
    const align = turnAt(other, start)?.align ?? null;
    const index = align === null ? undefined : byNumber.get(align);
    if (index !== undefined && !hints.has(index)) hints.set(index, questionId);
  }
  return hints;
}

/** The turn that holds an offset, of turns that are ascending and disjoint. */
function turnAt(turns: readonly NumberedTurn[], offset: number): NumberedTurn | undefined {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((turns[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const turn = turns[low - 1];
  return turn && offset < turn.end ? turn : undefined;
}

export type QuestionState = "answered" | "asked_unanswered" | "not_asked";

/**
 * How each question of the guide ends in an interview: answered where a passage of it is, in either
 * language; asked without an answer where it only has passages that are not; otherwise not asked. In the
 * guide's order.
 */
export function questionStates(
  guide: readonly Pick<GuideQuestion, "id">[],
  passages: readonly { questionId: string; status: "answered" | "unanswered" }[],
): Map<string, QuestionState> {
  const states = new Map<string, QuestionState>(guide.map(({ id }) => [id, "not_asked"]));
  for (const { questionId, status } of passages) {
    const state = states.get(questionId);
    if (state !== undefined && state !== "answered")
      states.set(questionId, status === "answered" ? "answered" : "asked_unanswered");
  }
  return states;
}
