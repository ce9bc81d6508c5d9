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
}

/**
 * The questions that interviewers ask in these transcripts, each once, in an order that agrees with
 * the transcripts': a question that is new comes after the one asked before it. Wordings that are the
 * same in one of their languages, or nearly, are one question. For adoption as a guide, by a person.
 */
export function guideFromQuestions(
  transcripts: readonly Pick<ParsedTranscript, "text" | "turns" | "speakers">[],
): FoundQuestion[] {
  const found: Gathered[] = [];
  transcripts.forEach((parsed, index) => {
    const interviewers = new Set(
      parsed.speakers.filter(({ role }) => role === "interviewer").map(({ label }) => label),
    );
    let place = -1;
    for (const turn of parsed.turns) {
      const said = parsed.text.slice(turn.bodyStart, turn.end).trim();
      if (turn.speaker === null ? questionNumber(said) === null : !interviewers.has(turn.speaker)) continue;
      const key = questionNumber(said);
      const speech = withoutNumber(said);
      if (speech.length > LONGEST || foldWords(speech) === "" || (key === null && !ASKS.test(speech)))
        continue;
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
        };
        found.splice(++place, 0, question);
      }
    }
  });
  return number(found);
}

function sameQuestion(known: Gathered, speech: string): boolean {
  const said = wordings(speech);
  if (known.wordings.some((wording) => said.includes(wording))) return true;
  return said.length > 0 && likeness(known.text, speech.replace(FOLLOW_UP, "")) >= SAME;
}

/** A follow-up before any question counts as a question. */
function number(found: readonly Gathered[]): FoundQuestion[] {
  let main = 0;
  let follow = 0;
  const keys = found.flatMap(({ key }) => key ?? []);
  const numbered = keys.length === found.length && new Set(keys).size === keys.length;
  return found.map(({ key, text, followUp, seen }) => {
    const isFollowUp = followUp && main > 0;
    if (isFollowUp) follow++;
    else [main, follow] = [main + 1, 0];
    return {
      key: numbered && key !== null ? key : isFollowUp ? `${main}.${follow}` : `${main}`,
      text,
      followUp: isFollowUp,
      transcripts: seen.size,
    };
  });
}
