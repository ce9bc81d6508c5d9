import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import type pg from "pg";
import { quoteName, withClient } from "@/lib/launch/database";
import { testDatabaseUrl } from "@/tests/support/database";

interface Column {
  table: string;
  column: string;
  type: string;
}

/** Every column of every table, as the database itself lists them: a table that is made later is among them. */
async function columnsOf(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
     ORDER BY c.table_name, c.ordinal_position`,
  );
  return rows;
}

/** The bytes of a word in the encodings that a file may have it in. */
const bytesOf = (word: string): Buffer[] => {
  const little = Buffer.from(word, "utf16le");
  return [Buffer.from(word, "utf8"), little, Buffer.from(little).swap16()];
};

/** What bytes hold: themselves, and what they unpack to. */
function* unpacked(bytes: Buffer): Generator<Buffer> {
  yield bytes;
  for (const unpack of [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync]) {
    try {
      yield unpack(bytes);
    } catch {
      // Packed in another way, or in none.
    }
  }
}

/** Where in the whole database one of the words stands, as "Table.column": as text in whatever case, or as bytes. */
export function placesOf(...words: string[]): Promise<string[]> {
  return withClient(testDatabaseUrl, async (client) => {
    const found: string[] = [];
    for (const { table, column, type } of await columnsOf(client)) {
      const [from, name] = [quoteName(table), quoteName(column)];
      if (type === "bytea") {
        const { rows } = await client.query<{ bytes: Buffer }>(
          `SELECT ${name} AS bytes FROM ${from} WHERE ${name} IS NOT NULL`,
        );
        const wanted = words.flatMap(bytesOf);
        if (
          rows.some(({ bytes }) =>
            [...unpacked(bytes)].some((each) => wanted.some((word) => each.includes(word))),
          )
        )
          found.push(`${table}.${column}`);
      } else {
        const { rowCount } = await client.query(
          `SELECT 1 FROM ${from} WHERE EXISTS (SELECT 1 FROM unnest($1::text[]) w WHERE strpos(lower(${name}::text), lower(w)) > 0) LIMIT 1`,
          [words],
        );
        if (rowCount === 1) found.push(`${table}.${column}`);
      }
    }
    return found;
  });
}

/** Every row of every table but those named, as text; what is derived and made anew when it is asked for is left out by name. */
export function everything(...except: string[]): Promise<Record<string, string[]>> {
  return withClient(testDatabaseUrl, async (client) => {
    const tables = [...new Set((await columnsOf(client)).map(({ table }) => table))];
    const all: Record<string, string[]> = {};
    for (const table of tables.filter((each) => !except.includes(each))) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT r::text AS row FROM ${quoteName(table)} r ORDER BY 1`,
      );
      all[table] = rows.map(({ row }) => row);
    }
    return all;
  });
}
