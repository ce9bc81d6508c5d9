import { splitParagraphs } from "../text";
import { type AsideKind, findAsides, leftOutOf } from "./asides";
import { cleanText } from "./clean";
import { describe } from "./describe";
import { joinedTurns } from "./join";
import { decideLabels } from "./labels";
import { DASH_LABEL, type LineReading, readLine } from "./lines";
import { marginOf } from "./margin";
import { foldName } from "./names";
import { numberedQuestions } from "./numbered";
import { pointsIn } from "./points";
import { NO_CHOICES, type ParsedTranscript, type ParsedTurn, type ReadingChoices } from "./types";

const NOTHING: LineReading = { label: null, time: null };

/** How many of the first and the last lines stand at the edges of a page. */
export interface Edges {
  top: number;
  bottom: number;
}
const NO_EDGES: Edges = { top: 0, bottom: 0 };

/**
 * A transcript from text with its speakers written into it: plain text, Markdown, or the paragraphs
 * of a document. The text is kept as it is (see clean.ts for what cannot be kept); labels and times
 * stay in it, before `bodyStart`. A turn goes from its label to the last line before the next one
 * that is not blank; a time without a label, a number in the margin, or the line after something that
 * is no speech begins a new turn of the same speaker; lines before the first label are turns of nobody.
 * Lines at the edges of a page are no speech. What the person put back of all these is speech as well; a
 * label after a number in the margin stays one.
 */
export function parseText(
  raw: string,
  choices: ReadingChoices = NO_CHOICES,
  edges: Edges = NO_EDGES,
): ParsedTranscript {
  const { text, warnings } = cleanText(raw);
  const lines = splitParagraphs(text).map(({ start, text: line }) => ({
    start,
    line: line.endsWith("\n") ? line.slice(0, -1) : line,
  }));
  const plain = lines.map(({ line }) => line);
  const keep = new Set<AsideKind | "margin_numbers">(choices.keep?.filter((kind) => kind !== "athwart"));
  const margin = choices.noMargin ? null : marginOf(plain);
  const spoken = keep.has("margin_numbers");
  const asides = findAsides(margin ? plain.map((line, index) => line.slice(margin[index])) : plain);
  setEdges(asides, plain, edges);
  for (const [index, kind] of asides) if (keep.has(kind)) asides.delete(index);
  const questions = numberedQuestions(plain);
  const readings = plain.map((line, index) =>
    asides.has(index) ? NOTHING : readAfter(line, margin?.[index] ?? 0),
  );
  const decision = decideLabels(readings, (index) => plain[index] ?? "", choices);
  const others = unlabelledSpeaker(choices, decision.speakers);
  const unlabelled = plain.filter(
    (line, index) => readings[index]?.label === null && !asides.has(index) && line.trim() !== "",
  );
  // A wide blank says that a paragraph goes on with the one before, unless every paragraph begins with one.
  const blankGoesOn = !unlabelled.every(isIndented);

  const turns: ParsedTurn[] = [];
  let speaker: string | null = null;
  let open: ParsedTurn | null = null;
  /** Whether the open turn gathers lines without a label for `others`. */
  let gathering = false;
  /** Whether something that is no speech stands between the open turn and the next line. */
  let parted = false;
  const begin = (turn: ParsedTurn) => {
    turns.push(turn);
    open = turn;
    parted = false;
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
    const aside = asides.get(index);
    if (aside) {
      parted = true;
      if (aside === "colophon") speaker = null;
      return;
    }
    const { label, time } = readings[index] ?? NOTHING;
    const named = label ? decision.speakerOf(label.label, label.form) : null;
    const end = start + line.length;
    const number = spoken ? 0 : (margin?.[index] ?? 0);
    if (label && named !== null) {
      speaker = named;
      gathering = false;
      begin({ start, bodyStart: start + label.bodyStart, end, speaker, atMs: label.atMs });
    } else if (questions.has(index)) {
      begin({ start, bodyStart: start, end, speaker: null, atMs: null });
      parted = true;
    } else if (time) {
      begin({ start, bodyStart: start + time.end, end, speaker: speaker ?? others, atMs: time.ms });
    } else if (others !== null && !gathering && !(blankGoesOn && isIndented(line)) && !awaitsSpeech(open)) {
      speaker = others;
      gathering = true;
      begin({ start, bodyStart: start + number, end, speaker, atMs: null });
    } else if (open && !parted && number === 0) goOn(open, start, line);
    else begin({ start, bodyStart: start + number, end, speaker, atMs: null });
  });
  const described = describe(text, turns, decision.speakers, choices);
  const numbers = spoken ? 0 : (margin?.filter((width) => width > 0).length ?? 0);
  const parsed: ParsedTranscript = {
    text,
    turns,
    points: pointsIn(text, turns),
    ...described,
    candidates: decision.candidates.map(({ line, ...candidate }) => ({
      ...candidate,
      at: lines[line]?.start ?? 0,
    })),
    warnings: [...warnings, ...described.warnings],
    leftOut: [
      ...leftOutOf(asides, lines),
      ...(numbers === 0 ? [] : [{ kind: "margin_numbers" as const, count: numbers }]),
    ],
  };
  return choices.joinTurns ? joinedTurns(parsed) : parsed;
}

function setEdges(asides: Map<number, AsideKind>, lines: readonly string[], { top, bottom }: Edges): void {
  // The last line of a text ends with a break, after which there is an empty one.
  const end = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  for (let index = 0; index < Math.min(top, end); index++) asides.set(index, "headers");
  for (let index = Math.max(top, end - bottom); index < end; index++) asides.set(index, "footers");
}

/** What stands at the start of a line, after the number in its margin. */
function readAfter(line: string, margin: number): LineReading {
  if (margin === 0) return readLine(line);
  const { label, time } = readLine(line.slice(margin));
  return {
    label: label && { ...label, bodyStart: label.bodyStart + margin },
    time: time && { ...time, end: time.end + margin },
  };
}

const isIndented = (line: string) => line.startsWith("\u3000");

/** A label that stands alone on its line takes the next line, whoever speaks the lines without one. */
const awaitsSpeech = (turn: ParsedTurn | null) =>
  turn !== null && turn.speaker !== null && turn.bodyStart === turn.end;

/**
 * Who speaks what has no label, if the person says that somebody does; and where questions carry a
 * dash and nothing else carries a label, the answers' speaker, who then needs a name.
 */
function unlabelledSpeaker(choices: ReadingChoices, speakers: ReadonlyMap<string, unknown>): string | null {
  if (choices.unlabelled !== null) {
    const key = foldName(choices.unlabelled);
    return [...speakers.keys()].find((label) => foldName(label) === key) ?? choices.unlabelled;
  }
  return speakers.size === 1 && speakers.has(DASH_LABEL) ? "回答者" : null;
}
