import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from } from "pg-copy-streams";

type Value = string | number | boolean | null | readonly string[];
type Row = Readonly<Record<string, Value>>;

const CHUNK = 256 * 1024;

/** Rows that wait to be written, by table; tables in the order in which they were first named. */
export class Tables {
  private readonly rows = new Map<string, Row[]>();
  count = 0;

  /** All rows of a table name the same columns, in the same order. */
  add(table: string, row: Row): void {
    const rows = this.rows.get(table) ?? [];
    this.rows.set(table, rows);
    rows.push(row);
    this.count += 1;
  }

  /** Writes all that waits, by COPY, and forgets it. */
  async write(client: Client): Promise<void> {
    for (const [table, rows] of this.rows) {
      const columns = Object.keys(rows[0] ?? {}).map((column) => `"${column}"`);
      if (columns.length === 0) continue;
      const target = client.query(from(`COPY "${table}" (${columns.join(", ")}) FROM STDIN`));
      await pipeline(Readable.from(chunks(rows)), target);
      this.rows.set(table, []);
    }
    this.count = 0;
  }
}

function* chunks(rows: readonly Row[]): Generator<string> {
  let chunk = "";
  for (const row of rows) {
    chunk += `${Object.values(row).map(field).join("\t")}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const escaped = (text: string) => text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? character);

/** A value as COPY's text format writes it. */
function field(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "object")
    return escaped(`{${value.map((each) => `"${each.replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
  return String(value);
}
