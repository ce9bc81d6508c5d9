import {
  type GuideQuestion,
  guessColumns,
  type LabelCandidate,
  type LeftOut,
  matchQuestions,
  type ParsedPassage,
  type ParsedSpeaker,
  type ParsedTranscript,
  type ParseWarning,
  PUT_BACK_KINDS,
  type PutBackKind,
  parseReading,
  type ReadingChoices,
  splitLanguages,
  type TableColumns,
} from "@/lib/domain/transcript";
import type { UploadReading } from "@/lib/schemas/imports";
import { type Base, type Comparison, compared } from "./comparing";
import { editPassages, type PassageEdit } from "./passages";
import { type Rows, rowAtOffset, rowsOf } from "./rows";

/** What the page shows of a file at once, whatever its length. */
export interface Summary {
  /** BCP 47; a guess. */
  language: string;
  /** The languages of a file that holds two. */
  languages: [string, string] | null;
  speakers: ParsedSpeaker[];
  candidates: LabelCandidate[];
  warnings: ParseWarning[];
  leftOut: LeftOut[];
  /** What of the file can be put back, and what was. */
  mayKeep: PutBackKind[];
  kept: PutBackKind[];
  turns: number;
  characters: number;
  rows: number;
  parts: number;
  passages: ParsedPassage[];
  /** What of the reading's own choices there is to make. */
  may: { joinTurns: boolean };
  /** Of a table: its columns' names, and what each is taken for. */
  table: { columns: string[]; chosen: TableColumns } | null;
}

/** Which language of a file that holds two is looked at; null: the file as it is. */
export type Half = 0 | 1 | null;

/** A row of the preview. Offsets are half-open UTF-16 code units of the text as it will be. */
export interface PreviewRow {
  index: number;
  start: number;
  text: string;
  /** Index into the speakers; null where nobody is named, or nobody speaks. */
  speaker: number | null;
  /** Where the turn begins that this row is the first of; null on its further rows, and on what is no speech. */
  turnStart: number | null;
  atMs: number | null;
  /** Whether it is anybody's speech. */
  speech: boolean;
}

export interface Place {
  part: number;
  row: number;
}

/** Rows that are laid out at once; in longer texts one goes from part to part. */
export const PART = 5000;
/** More candidates than these are not looked through. */
const CANDIDATES = 200;

/** A file that is open in the preview: read once, parsed anew with every choice. */
export class Parsing {
  private parsed: ParsedTranscript | null = null;
  private rows: Rows | null = null;
  /** The labels of all speakers of the file, in the order of the summary's. */
  private labels: string[] = [];

  constructor(private readonly file: UploadReading) {}

  /** With a half, the text, its language, turns and questions are those of that language alone. */
  parse(choices: ReadingChoices, guide: readonly GuideQuestion[], half: Half = null): Summary {
    const { reading } = this.file;
    const whole = parseReading(reading, choices);
    const halves = splitLanguages(whole);
    const parsed = (half !== null && halves?.[half]) || whole;
    const rows = rowsOf(parsed.text, parsed.turns);
    this.parsed = parsed;
    this.rows = rows;
    this.labels = whole.speakers.map(({ label }) => label);
    // Places in the file are none in the text of one language.
    const placed = <Told extends { at?: number }>(told: readonly Told[]) =>
      parsed === whole ? told : told.map(({ at: _, ...rest }) => rest as Told);
    return {
      language: parsed.language,
      languages: halves && [halves[0].language, halves[1].language],
      speakers: whole.speakers,
      candidates: [...whole.candidates].sort((a, b) => b.uses - a.uses).slice(0, CANDIDATES),
      warnings: [...this.file.warnings, ...placed(whole.warnings)],
      ...this.put(choices, placed(whole.leftOut)),
      turns: parsed.turns.length,
      characters: parsed.speakers.reduce((sum, { characters }) => sum + characters, 0),
      rows: rows.count,
      parts: Math.max(1, Math.ceil(rows.count / PART)),
      passages: matchQuestions(parsed, guide),
      may: {
        joinTurns: choices.joinTurns === true || inARow(whole),
      },
      table:
        reading.kind === "table"
          ? { columns: reading.columns, chosen: choices.columns ?? guessColumns(reading) }
          : null,
    };
  }

  /** What is left out under these choices, what of it can be put back, and what was. */
  private put({ keep = [] }: ReadingChoices, found: readonly LeftOut[]) {
    const { reading, leftOut } = this.file;
    const printed = reading.kind === "lines" && reading.printed !== undefined;
    const isKept = (kind: LeftOut["kind"]) => keep.some((each) => each === kind);
    const left = [...leftOut.filter(({ kind }) => !(printed && isKept(kind))), ...found];
    const away = printed ? left : found;
    return {
      leftOut: left,
      mayKeep: PUT_BACK_KINDS.filter((kind) => away.some((each) => each.kind === kind)),
      kept: PUT_BACK_KINDS.filter(isKept),
    };
  }

  /** The rows of one part, the first being 0. */
  part(number: number): PreviewRow[] {
    const { parsed, rows, labels } = this;
    if (!parsed || !rows) return [];
    const speakers = new Map(labels.map((label, index) => [label, index]));
    const from = number * PART;
    return Array.from({ length: Math.min(PART, rows.count - from) }, (_, offset) => {
      const index = from + offset;
      const start = rows.start[index] ?? 0;
      const place = rows.turn[index] ?? -1;
      const turn = parsed.turns[place];
      const first = turn !== undefined && rows.turn[index - 1] !== place;
      return {
        index,
        start,
        text: parsed.text.slice(start, rows.end[index]),
        speaker: turn?.speaker == null ? null : (speakers.get(turn.speaker) ?? null),
        turnStart: first ? turn.start : null,
        atMs: first ? turn.atMs : null,
        speech: turn !== undefined,
      };
    });
  }

  /** Where an offset of the text is shown. */
  placeOf(offset: number): Place {
    const row = this.rows ? rowAtOffset(this.rows, offset) : 0;
    return { part: Math.floor(row / PART), row };
  }

  passages(passages: readonly ParsedPassage[], edit: PassageEdit): ParsedPassage[] {
    return this.parsed ? editPassages(this.parsed, passages, edit) : [...passages];
  }

  /** What it would change of a text that it is to take the place of; null before it was parsed. */
  compare(base: Base): Comparison | null {
    return this.parsed && compared(base, this.parsed);
  }

  /** What interviewers ask in it, for a guide; a file that holds two languages is asked in each. */
  asked(choices: ReadingChoices): Pick<ParsedTranscript, "text" | "turns" | "speakers">[] {
    const whole = parseReading(this.file.reading, choices);
    return splitLanguages(whole) ?? [whole];
  }
}

/** Whether somebody has two turns in a row. */
const inARow = ({ turns }: ParsedTranscript) =>
  turns.some(({ speaker }, index) => speaker !== null && speaker === turns[index - 1]?.speaker);
