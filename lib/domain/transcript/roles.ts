import { foldName, withinOneEdit } from "./names";
import type { SpeakerRole } from "./types";

const INTERVIEWER = [
  "interviewer",
  "moderator",
  "facilitator",
  "researcher",
  "questioner",
  "host",
  "question",
  "聞き手",
  "聴き手",
  "きき手",
  "インタビュアー",
  "インタビュワー",
  "司会",
  "司会者",
  "質問者",
  "調査者",
  "取材者",
  "記者",
  "編集部",
  "問",
  "――",
  "――――",
];
const INTERVIEWEE = [
  "interviewee",
  "participant",
  "respondent",
  "informant",
  "answer",
  "guest",
  "回答者",
  "語り手",
  "話し手",
  "対象者",
  "協力者",
  "調査協力者",
  "研究協力者",
  "被験者",
  "参加者",
  "答",
];
/** Abbreviations, which are too short to be told from a misspelling or from a name but by their digits and company. */
const SHORT: Record<string, SpeakerRole> = {
  q: "interviewer",
  int: "interviewer",
  ivr: "interviewer",
  a: "interviewee",
  p: "interviewee",
  r: "interviewee",
  ive: "interviewee",
};

export interface KnownRole {
  role: SpeakerRole;
  /** The word of the list, which a misspelling stands for. */
  word: string;
  /** The number after it: `2` of `Interviewer 2`, or empty. */
  number: string;
  exact: boolean;
}

const KNOWN = new Map<string, SpeakerRole>([
  ...INTERVIEWER.map((word) => [foldName(word), "interviewer"] as const),
  ...INTERVIEWEE.map((word) => [foldName(word), "interviewee"] as const),
]);

/**
 * The role that a label says by itself: a word of the list with or without a number, or, for words
 * of nine letters and more in Latin script, one letter away from it (`interviewr`). Null for names.
 */
export function knownRole(label: string): KnownRole | null {
  const [, stem = "", number = ""] = /^(.*?)[-_#.]?([0-9]{0,3})$/u.exec(foldName(label)) ?? [];
  const role = KNOWN.get(stem);
  if (role) return { role, word: stem, number, exact: true };
  const short = Object.hasOwn(SHORT, stem) ? SHORT[stem] : undefined;
  if (short) return { role: short, word: stem, number, exact: true };
  if (stem.length < 8) return null;
  // "interviewer" and "interviewee" are one letter apart, so the one that shares the ending wins.
  for (const [word, meant] of KNOWN) {
    if (/^[a-z]{9,}$/u.test(word) && withinOneEdit(stem, word))
      return { role: meant, word, number, exact: false };
  }
  return null;
}

/** A name with the role beside it, as in `Interviewer, First` and `山田（聞き手）`. */
const INSIDE = /\b(?:interviewer|moderator|facilitator)\b|聞き手|インタビュ[アワ]ー/iu;
const QUESTION_END = /[?？][\s"”」』)）]*$|(?:です|ます|でしょう|ません|でした|ました)か[。．]?\s*$/u;

/**
 * Roles of speakers, from their labels and, where no label says who interviews, from who asks: the
 * one more than two fifths of whose turns end in a question, if nobody else comes near. Everybody
 * else is taken for an interviewee, since their words are what a study looks for; the person who
 * adds the text sees and changes it.
 * @param speeches the turns of each speaker, by label, without labels
 */
export function guessRoles(speeches: ReadonlyMap<string, readonly string[]>): Map<string, SpeakerRole> {
  const roles = new Map<string, SpeakerRole>();
  for (const label of speeches.keys()) {
    const known = knownRole(label);
    // `I` interviews where somebody answers as P, R or A, and is interviewed otherwise.
    if (known) roles.set(label, known.role);
    else if (INSIDE.test(label)) roles.set(label, "interviewer");
    else if (
      foldName(label) === "i" &&
      [...speeches.keys()].some((other) => /^[pra]\d*$/u.test(foldName(other)))
    )
      roles.set(label, "interviewer");
  }
  if (![...roles.values()].includes("interviewer")) {
    const asks = [...speeches]
      .filter(([label]) => !roles.has(label))
      .map(([label, turns]) => ({ label, share: askingShare(turns) }));
    asks.sort((a, b) => b.share - a.share);
    const [first, second] = asks;
    if (speeches.size > 1 && first && first.share > 0.4 && (second?.share ?? 0) < first.share / 2)
      roles.set(first.label, "interviewer");
  }
  for (const label of speeches.keys()) if (!roles.has(label)) roles.set(label, "interviewee");
  return roles;
}

function askingShare(turns: readonly string[]): number {
  return turns.length < 2 ? 0 : turns.filter((speech) => QUESTION_END.test(speech)).length / turns.length;
}
