import { describe } from "./describe";
import { guessLanguage } from "./language";
import { sidesByWords } from "./languages-by-words";
import { tidyPoints } from "./points";
import { NO_CHOICES, type ParsedPoint, type ParsedTranscript, type ParsedTurn } from "./types";

/** A line of a turn, with its break left out. Half-open, in UTF-16 code units of the whole text. */
interface Line {
  turn: number;
  /** Of the label, on a turn's first line. */
  start: number;
  bodyStart: number;
  end: number;
  side: 0 | 1;
}

const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Latin}/gu,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  /\p{Script=Hangul}/gu,
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Thai}/gu,
  /\p{Script=Lao}/gu,
  /\p{Script=Khmer}/gu,
  /\p{Script=Myanmar}/gu,
  /\p{Script=Devanagari}/gu,
  /\p{Script=Greek}/gu,
];
/** A word in letters counts as one of these scripts' letters three times. */
const WEIGHTS = SCRIPTS.map((_, index) => (index === 1 ? 3 : 1));
/** Share of a line's letters from which on it is in one script. */
const PURE = 0.7;
/** A language with a smaller share of what is said only appears in the other. */
const FEWEST = 0.2;
const MOST_MIXED = 0.1;
/** Where the script does not tell, the shorter side of what somebody says in two languages is at least this share of the longer. */
const BALANCE = 0.4;
/** Fewer lines of a speaker may all be in one language by chance. */
const FEW_LINES = 4;
const LINE_SAMPLE = 2_000;
/** Most lines of most talks are plain, and need no counting. */
const PLAIN = /^\p{ASCII}*$/u;

/**
 * The two transcripts of a file that holds one talk in two languages: paragraph by paragraph, turn by
 * turn, or one after the other, told by their scripts, by the
 * words that each language has of its own, or by place, where every turn has two paragraphs. Each text is composed of its own lines, labels and all, and
 * nothing of the other. Null where the file holds one language, or where interviewees speak only one of the
 * two, as in an interview whose questions stand in both, or in a talk among people of two languages.
 */
export function splitLanguages(parsed: ParsedTranscript): [ParsedTranscript, ParsedTranscript] | null {
  const lines = linesOf(parsed);
  const sides = byScript(parsed, lines) ?? byWords(parsed, lines) ?? byPlace(parsed, lines);
  if (!sides) return null;
  const placed = lines.map((line, index) => ({ ...line, side: sides[index] ?? 0 }));
  return bothAnswer(parsed, placed) ? [composed(parsed, placed, 0), composed(parsed, placed, 1)] : null;
}

function linesOf({ text, turns }: ParsedTranscript): Line[] {
  return turns.flatMap((turn, index) => {
    const lines: Line[] = [];
    for (let at = turn.bodyStart; at <= turn.end; ) {
      const found = text.indexOf("\n", at);
      const end = found < 0 || found > turn.end ? turn.end : found;
      if (text.slice(at, end).trim() !== "")
        lines.push({ turn: index, start: lines.length === 0 ? turn.start : at, bodyStart: at, end, side: 0 });
      at = end + 1;
    }
    return lines;
  });
}

/** The script of a line, as an index; -1 where no script has most of it, null where there are no letters. */
function scriptOf(line: string): number | null {
  const sample = line.slice(0, LINE_SAMPLE);
  if (PLAIN.test(sample)) return /[a-z]/i.test(sample) ? 0 : null;
  const counts = SCRIPTS.map((script, index) => (sample.match(script)?.length ?? 0) * (WEIGHTS[index] ?? 1));
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  const most = Math.max(...counts);
  return most >= all * PURE ? counts.indexOf(most) : -1;
}

/** A side for each line by its script, if there are two scripts and hardly a line mixes them. */
function byScript({ text }: ParsedTranscript, lines: readonly Line[]): (0 | 1)[] | null {
  const scripts = lines.map(({ bodyStart, end }) => scriptOf(text.slice(bodyStart, end)));
  const uses = new Map<number, number>();
  for (const script of scripts) if (script !== null) uses.set(script, (uses.get(script) ?? 0) + 1);
  const mixed = uses.get(-1) ?? 0;
  uses.delete(-1);
  if (uses.size < 2 || mixed > lines.length * MOST_MIXED) return null;
  const two = [...uses]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([script]) => script);
  const first = scripts.find((script) => script !== null && two.includes(script));
  let side: 0 | 1 = 0;
  return scripts.map((script) => {
    // A line of figures or of a third script goes with the one before it.
    if (script !== null && two.includes(script)) side = script === first ? 0 : 1;
    return side;
  });
}

/** A side for each line by its place, if nearly every turn has two and they are in two languages. */
function byPlace({ text, turns }: ParsedTranscript, lines: readonly Line[]): (0 | 1)[] | null {
  const places = lines.map(({ turn }, index) => (turn === lines[index - 1]?.turn ? 1 : 0));
  if (turns.length < 2 || Math.abs(lines.length - 2 * turns.length) > turns.length / 10) return null;
  const words = ([0, 1] as const).map((side) =>
    lines
      .filter((_, index) => places[index] === side)
      .map(({ bodyStart, end }) => text.slice(bodyStart, end))
      .join("\n"),
  );
  return guessLanguage(words[0] ?? "") === guessLanguage(words[1] ?? "") ? null : places;
}

/** A side for each line by its words, if there are two languages and whoever says much says it in both. */
function byWords({ text, turns }: ParsedTranscript, lines: readonly Line[]): (0 | 1)[] | null {
  const sides = sidesByWords(
    lines.map(({ turn, bodyStart, end }) => ({
      turn,
      words: text.slice(bodyStart, Math.min(end, bodyStart + LINE_SAMPLE)),
    })),
  );
  if (!sides) return null;
  const said = new Map<string | null, { lines: number; units: [number, number] }>();
  for (const [index, { turn, bodyStart, end }] of lines.entries()) {
    const speaker = turns[turn]?.speaker ?? null;
    const own = said.get(speaker) ?? { lines: 0, units: [0, 0] };
    own.lines++;
    own.units[sides[index] ?? 0] += end - bodyStart;
    said.set(speaker, own);
  }
  const balanced = [...said.values()].every(
    ({ lines: count, units }) => count < FEW_LINES || Math.min(...units) >= BALANCE * Math.max(...units),
  );
  return balanced ? sides : null;
}

/** Whether both sides hold a fair share of what interviewees say, or of everything where nobody is one. */
function bothAnswer({ speakers, turns }: ParsedTranscript, lines: readonly Line[]): boolean {
  const answering = new Set(speakers.filter(({ role }) => role === "interviewee").map(({ label }) => label));
  const counted = lines.filter(({ turn }) => {
    const speaker = turns[turn]?.speaker ?? null;
    return answering.size === 0 || (speaker !== null && answering.has(speaker));
  });
  const second = counted.filter(({ side }) => side === 1).length;
  const fewer = Math.min(second, counted.length - second);
  return counted.length > 0 && fewer >= counted.length * FEWEST;
}

function composed(parsed: ParsedTranscript, lines: readonly Line[], side: 0 | 1): ParsedTranscript {
  let text = "";
  const turns: ParsedTurn[] = [];
  const points: ParsedPoint[] = [];
  const known = new Map(parsed.points.map(({ at, ms }) => [at, ms]));
  let last = -1;
  let before: Line | null = null;
  for (const line of lines) {
    const goesOn = before !== null && before.turn === line.turn && before.side === line.side;
    before = line;
    const turn = parsed.turns[line.turn];
    if (line.side !== side || !turn) continue;
    const start = text.length;
    const bodyStart = start + line.bodyStart - line.start;
    text += `${parsed.text.slice(line.start, line.end)}\n`;
    const open = turns.at(-1);
    if (open && goesOn && last === line.turn) open.end = text.length - 1;
    else turns.push({ start, bodyStart, end: text.length - 1, speaker: turn.speaker, atMs: turn.atMs });
    last = line.turn;
    for (let at = line.bodyStart; at < line.end; at++) {
      const ms = known.get(at);
      if (ms !== undefined) points.push({ at: start + at - line.start, ms });
    }
  }
  const names = new Map(parsed.speakers.map(({ label, aliases }) => [label, { label, aliases }]));
  const roles = parsed.speakers.map(({ label, role }) => ({ label, role }));
  const described = describe(text, turns, names, { ...NO_CHOICES, roles });
  return { text, turns, points: tidyPoints(points), candidates: [], leftOut: [], ...described };
}
