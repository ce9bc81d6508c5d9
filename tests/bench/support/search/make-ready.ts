import type { Client } from "pg";
import { withClient } from "@/lib/launch/database";
import { FORM } from "@/lib/server/search/data/texts";
import { type Line, type OrdinalTurn, StretchRows } from "@/lib/server/search/mutations";
import { Tables } from "../generate/tables";

/** Rows written at once. */
const BATCH = 5_000;

/**
 * Makes a study's texts ready to be searched as the product does, but all of them at once: the same rows, by COPY,
 * and the indexes built over them. What the product takes for one is measured apart.
 */
export async function makeReady(url: string, studyId: string): Promise<void> {
  await withClient(url, async (client) => {
    const indexes = await client.query<{ name: string; definition: string }>(
      `SELECT "indexname" AS name, "indexdef" AS definition FROM pg_indexes WHERE "tablename" = 'SearchText' AND "indexdef" LIKE '%USING gin%'`,
    );
    for (const { name } of indexes.rows) await client.query(`DROP INDEX "${name}"`);
    await copyRows(client, studyId);
    await client.query("SET maintenance_work_mem = '512MB'");
    for (const { definition } of indexes.rows) await client.query(definition);
    await client.query("VACUUM ANALYZE");
  });
}

async function copyRows(client: Client, studyId: string): Promise<void> {
  const versions = await client.query<{ id: string }>(
    `SELECT v."id" FROM "TranscriptVersion" v JOIN "Transcript" t ON t."id" = v."transcriptId"
     WHERE t."studyId" = $1 AND v."current" AND v."foldedAs" <> $2`,
    [studyId, FORM],
  );
  const tables = new Tables();
  for (const { id } of versions.rows) {
    const lines = await client.query<Line>(
      `SELECT "ordinal", "start", "text" FROM "Paragraph" WHERE "versionId" = $1 ORDER BY "ordinal"`,
      [id],
    );
    const turns = await client.query<OrdinalTurn>(
      `SELECT "ordinal", "start", "bodyStart", "end" FROM "Turn" WHERE "versionId" = $1 ORDER BY "start", "ordinal"`,
      [id],
    );
    for (const row of new StretchRows().next(lines.rows, turns.rows, true))
      tables.add("SearchText", { versionId: id, ...row });
    if (tables.count >= BATCH) await tables.write(client);
  }
  await tables.write(client);
  await client.query(`UPDATE "TranscriptVersion" SET "foldedAs" = $2 WHERE "id" = ANY($1)`, [
    versions.rows.map(({ id }) => id),
    FORM,
  ]);
}
