import { isMark } from "./forget";
import { isRecord, type Value } from "./rows";
import { isBlank, same } from "./undo";

/** What a sentence about an event needs. */
export interface Facts {
  /** The codes that it is about, each once. */
  codeIds: string[];
  /** The segment that it is about, where it is one. */
  segmentId: string | null;
  /** How many rows it is about. */
  count: number;
  /** What the thing was called before, and is called now: a name, a title, a number, or words. */
  was: string | null;
  name: string | null;
  /** What a memo is about. */
  about: string | null;
}

/** Reads an event's rows for what can be said of it; what it does not hold is null, none or nothing. */
export function factsOf(before: unknown, after: unknown): Facts {
  const [was, became] = [rowsOf(before), rowsOf(after)];
  const all = [...became, ...was];
  const segments = new Set(listIn(after, "segments").concat(listIn(before, "segments")).flatMap(idOf));
  // A change of the codebook holds codings alone.
  if (segments.size === 0) for (const row of listIn(after, "codings")) segments.add(String(row.segmentId));
  const touched = codesIn(before, after);
  const [first] = all;
  return {
    codeIds: [...new Set([...touched, ...all.flatMap((row) => text(row.codeId) ?? [])])],
    segmentId: segments.size === 1 ? ([...segments][0] ?? null) : null,
    count: assigned(before, after) ?? Math.max(was.length, became.length, segments.size),
    was: nameOf(was[0]),
    name: nameOf(became[0]) ?? nameOf(was[0]),
    about: first ? text(first.about) : null,
  };
}

type Row = Readonly<Record<string, Value>>;

/** The rows of one side: itself, a list, or what a list of that name holds. */
function rowsOf(side: unknown): Row[] {
  if (Array.isArray(side)) return side.filter(isRecord);
  if (!isRecord(side) || isMark(side)) return [];
  if (isRecord(side.code)) return [side.code];
  for (const name of ["codes", "rows", "halves"]) if (Array.isArray(side[name])) return listIn(side, name);
  return Array.isArray(side.segments) || Array.isArray(side.passages) ? [] : [side];
}

/** How many transcripts a change of a round gave or took, each counted once for each coder; null where it is none. */
function assigned(before: unknown, after: unknown): number | null {
  const count = listIn(after, "assignments").length + listIn(before, "assignments").length;
  return count > 0 ? count : null;
}

function listIn(side: unknown, name: string): Row[] {
  const list = isRecord(side) ? side[name] : null;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** The codes of the codings that came, went, or changed. */
function codesIn(before: unknown, after: unknown): string[] {
  const rows = [...listIn(after, "codings"), ...listIn(before, "codings")];
  return rows.flatMap((row) => text(row.codeId) ?? []);
}

const text = (value: Value | undefined): string | null => (typeof value === "string" ? value : null);
const idOf = (row: Row): string[] => (typeof row.id === "string" ? [row.id] : []);

function nameOf(row: Row | undefined): string | null {
  if (!row) return null;
  for (const field of ["name", "title", "text", "key", "email", "number", "date"]) {
    const value = row[field];
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return null;
}

/** A field that is not what it was. */
export interface Difference {
  field: string;
  before: Value;
  after: Value;
}

/** What says nothing to a reader: ids, places in a list or a text, and what stands around a quote. */
const UNSAID = /^(id|.*Id|.*Ids|position|start|end|before|after|quote|revision|hue|assignments)$/;
/** An interviewee's position is what they do, not where they stand in a list. */
const SAID = /^interviewee\./;

/** The fields in which one row of an event differs from before to after; of rows that came or went, all that they say. */
export function differences(kind: string, before: unknown, after: unknown): Difference[] {
  const [was = {}, became = {}] = [
    [...listIn(before, "segments"), ...rowsOf(before)][0],
    [...listIn(after, "segments"), ...rowsOf(after)][0],
  ];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(became)])];
  return fields
    .filter((field) => !UNSAID.test(field) || (field === "position" && SAID.test(kind)))
    .map((field) => ({ field, before: was[field] ?? null, after: became[field] ?? null }))
    .filter((each) => !same(each.before, each.after) && !(isBlank(each.before) && isBlank(each.after)))
    .filter((each) => !holdsRows(each.before) && !holdsRows(each.after));
}

/** Rows within a row, such as what was known of an interviewee, are by ids and say nothing to a reader. */
function holdsRows(value: Value): boolean {
  return isRecord(value) || (Array.isArray(value) && value.some(isRecord));
}
