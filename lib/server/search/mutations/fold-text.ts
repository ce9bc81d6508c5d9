import "server-only";
import { setImmediate as others } from "node:timers/promises";
import type { PoolClient } from "pg";
import { pool } from "@/lib/server/db";
import { FORM } from "../data/texts";
import { type Line, type OrdinalTurn, type StretchRow, StretchRows } from "./stretch-rows";

/** Rows written, and lines and turns read, at once: as many as keep a long text from holding the server. */
const WRITTEN = 200;
const READ = 1_000;

const LINES = `DECLARE "lines" NO SCROLL CURSOR FOR
SELECT "ordinal", "start", "text" FROM "Paragraph" WHERE "versionId" = $1 ORDER BY "ordinal"`;

const TURNS = `DECLARE "turns" NO SCROLL CURSOR FOR
SELECT "ordinal", "start", "bodyStart", "end" FROM "Turn" WHERE "versionId" = $1 ORDER BY "start", "ordinal"`;

/**
 * Makes the text of a current version ready to be searched. Answers false where it is so already, where another
 * is at it, or where it is current no more. What is there is replaced whole.
 */
export async function foldText(versionId: string): Promise<boolean> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    const done = await foldIn(client, versionId);
    await client.query("COMMIT");
    client.release();
    return done;
  } catch (error) {
    client.release(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

async function foldIn(client: PoolClient, versionId: string): Promise<boolean> {
  const locked = await client.query(
    `SELECT 1 FROM "TranscriptVersion" WHERE "id" = $1 AND "current" AND "foldedAs" <> $2 FOR NO KEY UPDATE SKIP LOCKED`,
    [versionId, FORM],
  );
  if (locked.rowCount === 0) return false;
  await client.query(`DELETE FROM "SearchText" WHERE "versionId" = $1`, [versionId]);
  const stretches = new StretchRows();
  for await (const { lines, turns, last } of piecesOf(client, versionId)) {
    let rows: StretchRow[] = [];
    for (const row of stretches.next(lines, turns, last)) {
      rows.push(row);
      if (rows.length < WRITTEN) continue;
      await write(client, versionId, rows);
      rows = [];
      await others();
    }
    await write(client, versionId, rows);
    await others();
  }
  await client.query(`UPDATE "TranscriptVersion" SET "foldedAs" = $2 WHERE "id" = $1`, [versionId, FORM]);
  return true;
}

/** The lines of a version, some at a time, with the turns that begin in them and no earlier. */
async function* piecesOf(client: PoolClient, versionId: string) {
  await client.query(LINES, [versionId]);
  await client.query(TURNS, [versionId]);
  let told: OrdinalTurn[] = [];
  for (let last = false; !last; ) {
    const lines = (await client.query<Line>(`FETCH ${READ} FROM "lines"`)).rows;
    last = lines.length < READ;
    const turns: OrdinalTurn[] = [];
    const end = lines.at(-1);
    for (;;) {
      const beyond = last || !end ? -1 : told.findIndex(({ start }) => start >= end.start + end.text.length);
      turns.push(...told.splice(0, beyond < 0 ? told.length : beyond));
      if (beyond >= 0) break;
      told = (await client.query<OrdinalTurn>(`FETCH ${READ} FROM "turns"`)).rows;
      if (told.length === 0) break;
    }
    yield { lines, turns, last };
  }
}

async function write(client: PoolClient, versionId: string, rows: readonly StretchRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO "SearchText" ("versionId", "start", "end", "turn", "firstLine", "lastLine", "folded", "short")
     SELECT $1, * FROM json_to_recordset($2::json) AS r("start" int, "end" int, "turn" int, "firstLine" int, "lastLine" int, "folded" text, "short" text[])`,
    [versionId, JSON.stringify(rows)],
  );
}
