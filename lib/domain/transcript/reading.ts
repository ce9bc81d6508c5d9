import { cleanText } from "./clean";
import { type Printed, textOfPrinted } from "./pages";
import { parseCueFile, parseCues } from "./parse-cues";
import { parseTable } from "./parse-table";
import { parseText } from "./parse-text";
import { timedLines } from "./timed-lines";
import {
  type LeftOut,
  NO_CHOICES,
  type ParsedTranscript,
  type ParseWarning,
  type ReadingChoices,
} from "./types";

/** The formats that are taken in. */
export const FILE_FORMATS = [
  "text",
  "markdown",
  "html",
  "docx",
  "odt",
  "rtf",
  "pdf",
  "csv",
  "xlsx",
  "vtt",
  "srt",
] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** How a file of text may be written; found by content, and a person may say otherwise. */
export const ENCODINGS = [
  "utf-8",
  "shift_jis",
  "utf-16le",
  "utf-16be",
  "euc-jp",
  "iso-2022-jp",
  "windows-1252",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Text with labels in it. */
type Lines = Extract<Reading, { kind: "lines" }>;

/** What a container held, before anybody says who speaks. Goes to the browser for the preview. */
export type Reading =
  /** Labels, times and all, as the file has them. */
  | {
      kind: "lines";
      text: string;
      /** How many of its first and last lines look like the header and footer of a single page. */
      edges?: { top: number; bottom: number } | undefined;
      /** Of pages from which something was left out: all that is printed on them. */
      printed?: Printed | undefined;
    }
  /** WebVTT, SubRip. */
  | { kind: "cues"; text: string }
  /** CSV, XLSX: a header row's names, or A, B, C… */
  | { kind: "table"; columns: string[]; rows: string[][] };

/** What is known of a file beside its reading. */
export interface FileFacts {
  format: FileFormat;
  /** Null where the format says by itself how it is written. */
  encoding: Encoding | null;
  warnings: ParseWarning[];
  leftOut: LeftOut[];
}

/** The transcript that a reading holds under a person's choices: the same in the preview and on the server. */
export function parseReading(reading: Reading, choices: ReadingChoices = NO_CHOICES): ParsedTranscript {
  switch (reading.kind) {
    case "lines":
      return parseLines(reading, choices);
    case "cues":
      return parseCues(reading.text, choices);
    case "table":
      return parseTable(reading, choices);
  }
}

/** Text with labels in it, unless its lines are cues under another name. */
function parseLines(reading: Lines, choices: ReadingChoices): ParsedTranscript {
  const { keep = [] } = choices;
  const { printed } = reading;
  const { text, edges } = printed && keep.length > 0 ? textOfPrinted(printed, keep) : reading;
  const cleaned = cleanText(text);
  const timed = timedLines(cleaned.text);
  return timed ? parseCueFile(timed, cleaned.warnings, choices) : parseText(text, choices, edges);
}
