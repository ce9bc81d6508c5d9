import "server-only";
import { setImmediate as others } from "node:timers/promises";
import type { PoolClient } from "pg";
import type { SpokenTurn } from "@/lib/domain/search";
import { pool } from "@/lib/server/db";
import { FORM } from "../data/texts";
import { type StretchRow, stretchRows } from "./stretch-rows";

/** Rows written at once: as many as keep a long text from holding the server. */
const BATCH = 200;

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
  const turns = await client.query<SpokenTurn & { ordinal: number }>(
    `SELECT "ordinal", "start", "bodyStart", "end" FROM "Turn" WHERE "versionId" = $1 ORDER BY "start", "ordinal"`,
    [versionId],
  );
  const lines = await client.query<{ start: number; text: string }>(
    `SELECT "start", "text" FROM "Paragraph" WHERE "versionId" = $1 ORDER BY "ordinal"`,
    [versionId],
  );
  await client.query(`DELETE FROM "SearchText" WHERE "versionId" = $1`, [versionId]);
  let rows: StretchRow[] = [];
  for (const row of stretchRows(lines.rows, turns.rows)) {
    rows.push(row);
    if (rows.length < BATCH) continue;
    await write(client, versionId, rows);
    rows = [];
    await others();
  }
  await write(client, versionId, rows);
  await client.query(`UPDATE "TranscriptVersion" SET "foldedAs" = $2 WHERE "id" = $1`, [versionId, FORM]);
  return true;
}

async function write(client: PoolClient, versionId: string, rows: readonly StretchRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO "SearchText" ("versionId", "start", "end", "turn", "firstLine", "lastLine", "folded", "short")
     SELECT $1, * FROM json_to_recordset($2::json) AS r("start" int, "end" int, "turn" int, "firstLine" int, "lastLine" int, "folded" text, "short" text[])`,
    [versionId, JSON.stringify(rows)],
  );
}
