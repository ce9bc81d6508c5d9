import "server-only";
import { CsvError, parse } from "csv-parse/sync";
import { CELLS_LIMIT, Unreadable } from "../limits";

const DELIMITERS = [",", ";", "\t", "|"] as const;
type Delimiter = (typeof DELIMITERS)[number];
/** How much of a file is looked at for its delimiter, in UTF-16 code units. */
const SAMPLE = 64 * 1024;
/** Records that are looked at for it. */
const RECORDS = 100;

/**
 * The records of comma-separated values; the separator is found. Null where nothing is separated, so
 * that it is a text like any other. Quotes inside of a cell and rows of unequal length are taken as they
 * are; where a quotation mark never closes, quotation marks are letters like any other.
 */
export function readCsv(text: string): string[][] | null {
  const stated = /^\uFEFF?sep=(.)\r?\n/.exec(text);
  const body = stated ? text.slice(stated[0].length) : text;
  const delimiter = DELIMITERS.find((each) => each === stated?.[1]) ?? findDelimiter(body);
  if (!delimiter) return null;
  const rows = records(body, delimiter, true) ?? records(body, delimiter, false);
  if (!rows) throw new Unreadable("damaged_csv");
  return rows;
}

/** The separator that gives the most records the same number of cells, and at least half of them more than one. */
function findDelimiter(text: string): Delimiter | null {
  const sample = text.slice(0, SAMPLE);
  let best: { delimiter: Delimiter; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const rows =
      records(sample, delimiter, true, RECORDS) ?? records(sample, delimiter, false, RECORDS) ?? [];
    // The sample may end inside of a record.
    const whole = text.length > SAMPLE && rows.length > 1 ? rows.slice(0, -1) : rows;
    const widths = new Map<number, number>();
    for (const { length } of whole) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    const [width, alike] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
    const separated = whole.filter(({ length }) => length > 1).length;
    const score = separated === 0 ? 0 : (alike / whole.length) * 1000 + width;
    if (separated * 2 >= whole.length && score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

/** Null where a quotation mark never closes. */
function records(text: string, delimiter: Delimiter, quotes: boolean, most?: number): string[][] | null {
  let cells = 0;
  try {
    return parse(text, {
      bom: true,
      delimiter,
      quote: quotes ? '"' : null,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: most,
      on_record: (record: string[]) => {
        cells += record.length;
        if (cells > CELLS_LIMIT) throw new Unreadable("table_too_large");
        return record.every((cell) => cell.trim() === "") ? null : record;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
