import { cleanText } from "./clean";
import { guessColumns, type Table } from "./columns";
import { describe } from "./describe";
import { joinedTurns } from "./join";
import { decideLabels } from "./labels";
import type { LineReading } from "./lines";
import { foldName, shortLabel } from "./names";
import { pointsIn } from "./points";
import { clockToMs } from "./times";
import {
  type LeftOut,
  NO_CHOICES,
  type ParsedTranscript,
  type ParsedTurn,
  type ParseWarning,
  type ReadingChoices,
} from "./types";

interface Row {
  speaker: string;
  words: string;
  atMs: number | null;
}

/**
 * A transcript from a table. The text is composed of the column of what is said, a turn a row; names and
 * times stay beside it. A row without a name goes on with the turn before it, unless the person says who
 * speaks such rows. A second language stands in a paragraph of its own after the first (see languages.ts).
 * The columns that were not taken are left out and said.
 */
export function parseTable(table: Table, choices: ReadingChoices = NO_CHOICES): ParsedTranscript {
  const columns = choices.columns ?? guessColumns(table);
  const cell = (row: readonly string[], index: number | null) => (index === null ? "" : (row[index] ?? ""));
  const cleaned = table.rows.map((row) =>
    cleanText([cell(row, columns.text), cell(row, columns.other)].map(tidy).filter(Boolean).join("\n")),
  );
  const rows = table.rows.flatMap((row, index): Row[] => {
    const words = cleaned[index]?.text ?? "";
    if (words.trim() === "") return [];
    const speaker = shortLabel(tidy(cell(row, columns.speaker)).replace(/\s+/gu, " "));
    return [{ speaker, words, atMs: timeOf(cell(row, columns.time)) }];
  });
  const { speakers, speakerOf, candidates } = decide(rows, choices);

  let text = "";
  const starts: number[] = [];
  const turns: ParsedTurn[] = [];
  for (const { speaker: label, words, atMs } of rows) {
    const open = turns.at(-1);
    const speaker = label === "" ? choices.unlabelled : speakerOf(label);
    const start = text.length;
    starts.push(start);
    const goesOn = label === "" && choices.unlabelled === null && atMs === null;
    if (open && goesOn) open.end = start + words.length;
    else turns.push({ start, bodyStart: start, end: start + words.length, speaker, atMs });
    text += `${words}\n`;
  }
  const described = describe(text, turns, speakers, choices);
  const parsed: ParsedTranscript = {
    text,
    turns,
    points: pointsIn(text, turns),
    ...described,
    candidates: candidates.map(({ line, ...candidate }) => ({ ...candidate, at: starts[line] ?? 0 })),
    warnings: [
      ...warningsOf(
        cleaned.flatMap(({ warnings }) => warnings),
        columns.text,
      ),
      ...described.warnings,
    ],
    leftOut: unused(table, Object.values(columns)),
  };
  return choices.joinTurns ? joinedTurns(parsed) : parsed;
}

/** Trailing blanks and line breaks of a cell are nobody's words. */
const tidy = (cell: string) => cell.replace(/^\s*\n/u, "").trimEnd();

/** A clock with colons, or seconds as a number. */
function timeOf(cell: string): number | null {
  const clock = cell.includes(":") ? clockToMs(cell.trim()) : null;
  if (clock !== null) return clock;
  const seconds = cell.trim() === "" ? Number.NaN : Number(cell);
  return Number.isFinite(seconds) && seconds >= 0 && seconds < 1e6 ? Math.round(seconds * 1000) : null;
}

/** Every name of the column is a speaker, unless the person refuses it. */
function decide(rows: readonly Row[], choices: ReadingChoices) {
  const refused = new Set(choices.refuse.map(foldName));
  const named = new Set(
    rows.map(({ speaker }) => speaker).filter((name) => name !== "" && !refused.has(foldName(name))),
  );
  const readings = rows.map(
    ({ speaker }): LineReading => ({
      label: speaker === "" ? null : { label: speaker, form: "colon", bodyStart: 0, atMs: null },
      time: null,
    }),
  );
  const accept = [...choices.accept, ...named];
  const decision = decideLabels(readings, (index) => rows[index]?.words ?? "", { ...choices, accept });
  return { ...decision, speakerOf: (label: string) => decision.speakerOf(label, "colon") };
}

/** One warning of each kind, counted together. */
function warningsOf(each: readonly ParseWarning[], text: number | null): ParseWarning[] {
  const warnings = new Map<string, ParseWarning>();
  if (text === null) warnings.set("no_text_column", { code: "no_text_column", count: 1 });
  for (const warning of each) {
    const known = warnings.get(warning.code);
    if (known) known.count += warning.count;
    else warnings.set(warning.code, { ...warning });
  }
  return [...warnings.values()];
}

function unused({ columns, rows }: Table, taken: readonly (number | null)[]): LeftOut[] {
  const names = columns.filter(
    (_, index) => !taken.includes(index) && rows.some((row) => (row[index] ?? "").trim() !== ""),
  );
  return names.length === 0 ? [] : [{ kind: "columns", count: names.length, example: names.join(", ") }];
}
