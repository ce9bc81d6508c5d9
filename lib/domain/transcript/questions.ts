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

interface Prepared {
  question: GuideQuestion;
  key: RegExp | null;
  wordings: { folded: string; pairs: Set<string> }[];
}

function prepare(question: GuideQuestion): Prepared {
  const key = question.key.trim().replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  // A number alone is a key only where a mark sets it off from the sentence: `3.` or `Q3`, not `3 years ago`.
  const needsMark = /^\p{N}+$/u.test(question.key.trim());
  const after = needsMark ? String.raw`\s*[.)．）:：]\s` : String.raw`(?:\s*[.)．）:：]|\s|$)`;
  const pattern = needsMark
    ? String.raw`^(?:[(（[]?${key}${after}|[QＱ問]\s*${key}(?![\p{L}\p{N}]))`
    : String.raw`^[(（[]?[QＱ問]?\s*${key}[\])）]?${after}`;
  return {
    question,
    key: key === "" ? null : new RegExp(pattern, "iu"),
    wordings: wordings(question.text).map((folded) => ({ folded, pairs: pairs(folded) })),
  };
}

/** The question that a speech asks: by its key, by its wording in either language, or by a wording close to it. */
function asked(speech: string, guide: readonly Prepared[]): GuideQuestion | null {
  const opening = speech.trimStart().slice(0, 60);
  const byKey = guide.find(({ key }) => key?.test(opening));
  if (byKey) return byKey.question;
  const folded = foldWords(speech);
  let exact: { question: GuideQuestion; length: number } | null = null;
  for (const { question, wordings: each } of guide) {
    for (const wording of each) {
      if (wording.folded.length > (exact?.length ?? 0) && folded.includes(wording.folded))
        exact = { question, length: wording.folded.length };
    }
  }
  if (exact) return exact.question;
  const sentences = speech.split(/(?<=[.!?。！？])\s*|\s+[/／]\s+|\n+/u).slice(0, 40);
  const heard = [folded, ...sentences.map(foldWords)].filter(({ length }) => length >= SHORTEST).map(pairs);
  let best: { question: GuideQuestion; score: number } | null = null;
  for (const { question, wordings: each } of guide) {
    for (const wording of each) {
      for (const words of heard) {
        const score = dice(wording.pairs, words);
        if (score >= SIMILAR && score > (best?.score ?? 0)) best = { question, score };
      }
    }
  }
  return best?.question ?? null;
}

/**
 * The passages of a transcript: each turn of an interviewer that asks a question of the guide opens
 * one, which goes on to the last turn before the next question. The same question asked again goes on
 * with its passage. Questions in nobody's turns, or in an interviewee's, are not matched. Passages are
 * ascending and disjoint.
 */
export function matchQuestions(
  parsed: Pick<ParsedTranscript, "text" | "turns" | "speakers">,
  guide: readonly GuideQuestion[],
): ParsedPassage[] {
  if (guide.length === 0) return [];
  const prepared = guide.map(prepare);
  const roles = new Map(parsed.speakers.map(({ label, role }) => [label, role]));
  const passages: ParsedPassage[] = [];
  for (const turn of parsed.turns) {
    const role = turn.speaker === null ? undefined : roles.get(turn.speaker);
    const open = passages.at(-1);
    const question =
      role === "interviewer" ? asked(parsed.text.slice(turn.bodyStart, turn.end), prepared) : null;
    if (question && question.id !== open?.questionId)
      passages.push({ questionId: question.id, start: turn.start, end: turn.end, answered: false });
    else if (open) {
      open.end = turn.end;
      if (role === "interviewee" && turn.end > turn.bodyStart) open.answered = true;
    }
  }
  return passages;
}
