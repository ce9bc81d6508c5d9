import "server-only";
import type { Range } from "@/lib/domain/segment";
import type { ExcerptFrame } from "./frame";
import { letOut, type Resolved } from "./resolve";

/** The columns of every file that say whose words a row holds, and where they stand, in order. */
export const CITED_COLUMNS = [
  "study",
  "interviewee number",
  "sector",
  "position",
  "date",
  "transcript",
  "language",
  "cluster",
  "question",
  "speaker",
  "time",
  "start",
  "end",
] as const;

export type Cited = Omit<Resolved, "row" | "kept"> & { row: Range };

/** The cells of those columns, as far as the row's permission lets them out. */
export function citedCells(each: Cited, frame: ExcerptFrame, speaker = speakerOf(each)): (string | number)[] {
  const { row, transcript, numbered, turn, question } = each;
  const { numbers, sectors, positions } = letOut(each);
  const placed = isPlaced(each);
  return [
    frame.study,
    joined(numbers),
    joined(sectors),
    joined(positions),
    numbered ? (transcript.date ?? "") : "",
    numbered ? transcript.title : "",
    transcript.language,
    question?.cluster ?? "",
    question?.key ?? "",
    speaker,
    numbered ? clock(turn?.atMs ?? null) : "",
    placed ? row.start : "",
    placed ? row.end : "",
  ];
}

/** Whether its place may be told, and is one: offsets into an older version are no place in the text as it is. */
export const isPlaced = ({ numbered, transcript }: Cited) => numbered && !transcript.waiting;

/** A label in a transcript is often a name: it goes out only where the name may, and the number stands in for it. */
function speakerOf({ permission, numbered, people, turn }: Cited): string {
  if (permission === "named") return turn?.label ?? "";
  return numbered && people.length > 0 ? `Interviewee ${people.map(({ number }) => number).join(", ")}` : "";
}

function joined(values: readonly (string | number)[] | null): string | number {
  return values?.length === 1 ? (values[0] ?? "") : (values ?? []).join("; ");
}

/** Hours, minutes and seconds from the start of the recording. */
function clock(ms: number | null): string {
  if (ms === null) return "";
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
