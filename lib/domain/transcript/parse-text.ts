import { splitParagraphs } from "../text";
import { cleanText } from "./clean";
import { describe } from "./describe";
import { decideLabels } from "./labels";
import { DASH_LABEL, type LineReading, readLine } from "./lines";
import { foldName } from "./names";
import { pointsOf } from "./points";
import { NO_CHOICES, type ParsedTranscript, type ParsedTurn, type SpeakerChoices } from "./types";

const NOTHING: LineReading = { label: null, time: null };
/** What services write below a transcript. */
const COLOPHON = /^(?:Transcribed by|Transcript(?:ion)? (?:by|outsourced)|文字起こし[:：])/iu;

/**
 * A transcript from text with its speakers written into it: plain text, Markdown, or the paragraphs
 * of a document. The text is kept as it is (see clean.ts for what cannot be kept); labels and times
 * stay in it, before `bodyStart`. A turn goes from its label to the last line before the next one
 * that is not blank; a time without a label begins a new turn of the same speaker; lines before the
 * first label are turns of nobody.
 */
export function parseText(raw: string, choices: SpeakerChoices = NO_CHOICES): ParsedTranscript {
  const { text, warnings } = cleanText(raw);
  const lines = splitParagraphs(text).map(({ start, text: line }) => ({
    start,
    line: line.endsWith("\n") ? line.slice(0, -1) : line,
  }));
  const metadata = frontMatterEnd(lines.map(({ line }) => line));
  const readings = lines.map(({ line }, index) =>
    index < metadata || COLOPHON.test(line) ? NOTHING : readLine(line),
  );
  const decision = decideLabels(readings, (index) => lines[index]?.line ?? "", choices);
  const others = unlabelledSpeaker(choices, decision.speakers);

  const turns: ParsedTurn[] = [];
  let speaker: string | null = null;
  let open: ParsedTurn | null = null;
  /** Whether the open turn gathers lines without a label for `others`. */
  let gathering = false;
  const begin = (turn: ParsedTurn) => {
    turns.push(turn);
    open = turn;
  };
  const goOn = (turn: ParsedTurn, start: number, line: string) => {
    if (turn.bodyStart === turn.end) turn.bodyStart = start + (line.length - line.trimStart().length);
    turn.end = start + line.length;
  };

  lines.forEach(({ start, line }, index) => {
    if (line.trim() === "") {
      if (speaker === null && !gathering) open = null;
      return;
    }
    const { label, time } = readings[index] ?? NOTHING;
    const named = label ? decision.speakerOf(label.label, label.form) : null;
    const end = start + line.length;
    if (label && named !== null) {
      speaker = named;
      gathering = false;
      begin({ start, bodyStart: start + label.bodyStart, end, speaker, atMs: label.atMs });
    } else if (index < metadata || COLOPHON.test(line)) {
      speaker = null;
      begin({ start, bodyStart: start, end, speaker, atMs: null });
    } else if (time) {
      begin({ start, bodyStart: start + time.end, end, speaker: speaker ?? others, atMs: time.ms });
    } else if (others !== null && !gathering && !line.startsWith("\u3000") && !awaitsSpeech(open)) {
      speaker = others;
      gathering = true;
      begin({ start, bodyStart: start, end, speaker, atMs: null });
    } else if (open) goOn(open, start, line);
    else begin({ start, bodyStart: start, end, speaker, atMs: null });
  });
  const described = describe(text, turns, decision.speakers, choices);
  return {
    text,
    turns,
    points: pointsOf(turns),
    ...described,
    candidates: decision.candidates,
    warnings: [...warnings, ...described.warnings],
    leftOut: [],
  };
}

/** A label that stands alone on its line takes the next line, whoever speaks the lines without one. */
const awaitsSpeech = (turn: ParsedTurn | null) =>
  turn !== null && turn.speaker !== null && turn.bodyStart === turn.end;

/**
 * Who speaks what has no label, if the person says that somebody does; and where questions carry a
 * dash and nothing else carries a label, the answers' speaker, who then needs a name.
 */
function unlabelledSpeaker(choices: SpeakerChoices, speakers: ReadonlyMap<string, unknown>): string | null {
  if (choices.unlabelled !== null) {
    const key = foldName(choices.unlabelled);
    return [...speakers.keys()].find((label) => foldName(label) === key) ?? choices.unlabelled;
  }
  return speakers.size === 1 && speakers.has(DASH_LABEL) ? "回答者" : null;
}

/** The number of lines of a Markdown file's front matter, which is no speech. */
function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== "---") return 0;
  const end = lines.indexOf("---", 1);
  return end > 0 && end < 200 ? end + 1 : 0;
}
