import type { SampleInterview, SampleLanguage } from "./interview";
import { quoteIn } from "./quote";

/** Ranges are half-open UTF-16 code units into `text`. */
export interface ComposedTranscript {
  text: string;
  turns: { start: number; bodyStart: number; end: number; speaker: string; atMs: number; align: number }[];
  passages: { questionKey: string; start: number; end: number; answered: boolean }[];
}

/** The languages in which an interview has its words: Japanese beside English where every turn has it. */
export function languagesOf({ turns }: SampleInterview): SampleLanguage[] {
  return turns.every((turn) => turn.ja !== undefined) ? ["en", "ja"] : ["en"];
}

/** The text of an interview in one language: the words alone, a line break after each turn, with who speaks when beside it. */
export function compose(interview: SampleInterview, language: SampleLanguage): ComposedTranscript {
  let text = "";
  const turns: ComposedTranscript["turns"] = [];
  const passages: ComposedTranscript["passages"] = [];
  let open: string | null = null;
  for (const [align, turn] of interview.turns.entries()) {
    const start = text.length;
    text += `${turn[language] ?? ""}\n`;
    const end = text.length;
    turns.push({ start, bodyStart: start, end, speaker: turn.speaker, atMs: milliseconds(turn.at), align });
    const last = passages.at(-1);
    if (turn.question !== null && turn.question === open && last) last.end = end;
    else if (turn.question !== null) {
      const answered = !interview.unanswered.includes(turn.question);
      passages.push({ questionKey: turn.question, start, end, answered });
    }
    open = turn.question;
  }
  return { text, turns, passages };
}

/** Where the quotation of an excerpt lies in the text. Throws where its turn does not hold it exactly once. */
export function locate(
  { text, turns }: ComposedTranscript,
  excerpt: { turn: number; quote: string },
): { start: number; end: number } {
  return quoteIn(text, turns[excerpt.turn], excerpt.quote);
}

function milliseconds(at: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = at.split(":").map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
