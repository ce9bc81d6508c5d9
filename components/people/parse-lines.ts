import { day, intervieweeNumber, minutes, POSITION_LIMIT, SECTOR_LIMIT } from "@/lib/schemas/people";

type LineProblem = "number" | "taken" | "twice" | "sector" | "long" | "date" | "minutes" | "columns";

export interface ParsedPerson {
  number: number;
  sector: string;
  position: string;
  date: string | null;
  minutes: number | null;
}

/** One line that is not blank; `line` counts from 1 in what was pasted. */
export type ParsedLine = { line: number; text: string } & (
  | { ok: true; person: ParsedPerson }
  | { ok: false; problem: LineProblem; number: number | null }
);

/**
 * People from pasted lines: number, sector, position, date, minutes; the last three may be missing.
 * Columns are separated by tabs where a line has one, as spreadsheets paste them, otherwise by commas
 * outside quotation marks. Figures may be full-width. `taken` are the numbers in use.
 */
export function parseLines(pasted: string, taken: ReadonlySet<number>): ParsedLine[] {
  const seen = new Set<number>();
  return pasted.split(/\r\n|\r|\n/).flatMap((text, index): ParsedLine[] => {
    if (text.trim() === "") return [];
    const parsed = parsePerson(columnsOf(text), taken, seen);
    if ("person" in parsed) seen.add(parsed.person.number);
    const line = { line: index + 1, text };
    return "person" in parsed
      ? [{ ...line, ok: true, person: parsed.person }]
      : [{ ...line, ok: false, ...parsed }];
  });
}

type Outcome = { person: ParsedPerson } | { problem: LineProblem; number: number | null };

function parsePerson(columns: string[], taken: ReadonlySet<number>, seen: ReadonlySet<number>): Outcome {
  const [first = "", sector = "", position = "", date = "", length = ""] = columns;
  const number = intervieweeNumber.safeParse(figures(first));
  if (first === "" || !number.success) return { problem: "number", number: null };
  const fault = (problem: LineProblem) => ({ problem, number: number.data });
  if (taken.has(number.data)) return fault("taken");
  if (seen.has(number.data)) return fault("twice");
  if (columns.length > 5) return fault("columns");
  if (sector === "") return fault("sector");
  if (sector.length > SECTOR_LIMIT || position.length > POSITION_LIMIT) return fault("long");
  const held = day.safeParse(date === "" ? null : figures(date).replaceAll("/", "-"));
  if (!held.success) return fault("date");
  const lasted = length === "" ? { success: true as const, data: null } : minutes.safeParse(figures(length));
  if (!lasted.success) return fault("minutes");
  return { person: { number: number.data, sector, position, date: held.data, minutes: lasted.data } };
}

/** Full-width figures as plain ones. */
function figures(text: string): string {
  return text.normalize("NFKC");
}

function columnsOf(line: string): string[] {
  const cells = line.includes("\t") ? line.split("\t") : splitAtCommas(line);
  const trimmed = cells.map((cell) => unquoted(cell.trim()));
  // A spreadsheet leaves empty columns at the end.
  return trimmed.slice(0, trimmed.findLastIndex((cell) => cell !== "") + 1);
}

function splitAtCommas(line: string): string[] {
  const cells: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === '"') quoted = !quoted;
    if (quoted || (sign !== "," && sign !== "，")) continue;
    cells.push(line.slice(start, at));
    start = at + 1;
  }
  return [...cells, line.slice(start)];
}

function unquoted(cell: string): string {
  const inside = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
  return inside ? cell.slice(1, -1).replaceAll('""', '"').trim() : cell;
}
