import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { z } from "zod";
import { quoteName } from "./database";

/** The table in which Prisma writes down what it has applied; it is made by hand where data are restored. */
export const MIGRATIONS_TABLE = "_prisma_migrations";

/**
 * A backup is text, compressed: a first line that says what it is, then each table as PostgreSQL's COPY
 * writes it (a heading, one row a line, `\.`), then the next numbers of the sequences. It is tied to the
 * migrations that it names, not to a version of PostgreSQL.
 */
export const headerSchema = z.object({
  kikitori: z.literal("backup"),
  format: z.literal(1),
  madeAt: z.string(),
  migrations: z.array(z.string()).min(1),
});

export type Header = z.infer<typeof headerSchema>;

const END = "\\.";

/** Writes every row of a consistent snapshot; the caller has begun the transaction. */
export async function* dump(client: pg.Client, header: Header): AsyncGenerator<string | Buffer> {
  yield `${JSON.stringify(header)}\n`;
  for (const { table, columns } of await tables(client)) {
    const what = `${quoteName(table)} (${columns.map(quoteName).join(", ")})`;
    yield `COPY ${what} FROM STDIN\n`;
    yield* client.query(copyTo(`COPY ${what} TO STDOUT`));
    yield `${END}\n`;
  }
  for (const { sequence, last } of await sequences(client)) {
    yield `${JSON.stringify({ sequence, last } satisfies Sequence)}\n`;
  }
}

const sequenceSchema = z.object({ sequence: z.string(), last: z.string() });
type Sequence = z.infer<typeof sequenceSchema>;

/** Reads what `dump` wrote, after its first line, into tables that are empty. */
export async function load(client: pg.Client, lines: AsyncIterator<string>): Promise<void> {
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    if (line.value.startsWith("COPY ")) {
      await pipeline(rows(lines), client.query(copyFrom(line.value)));
    } else {
      const { sequence, last } = sequenceSchema.parse(JSON.parse(line.value));
      await client.query("SELECT setval($1::regclass, $2::bigint)", [sequence, last]);
    }
  }
}

/** The lines of a stream, split at LF alone: in COPY's text every other line end is data. */
export function linesOf(input: Readable): AsyncIterator<string> {
  return splitLines(input.setEncoding("utf8"))[Symbol.asyncIterator]();
}

async function* splitLines(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of input) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  if (rest) yield rest;
}

async function* rows(lines: AsyncIterator<string>): AsyncGenerator<string> {
  for (let line = await lines.next(); ; line = await lines.next()) {
    if (line.done) throw new Error("The backup ends in the middle of a table.");
    if (line.value === END) return;
    yield `${line.value}\n`;
  }
}

async function tables(client: pg.Client): Promise<{ table: string; columns: string[] }[]> {
  const found = await client.query<{ table: string; columns: string[] }>(`
    SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS "columns"
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY c.relname ORDER BY c.relname`);
  return found.rows;
}

async function sequences(client: pg.Client): Promise<Sequence[]> {
  const found = await client.query<Sequence>(`
    SELECT format('%I.%I', schemaname, sequencename) AS "sequence", last_value::text AS "last"
    FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`);
  return found.rows;
}
