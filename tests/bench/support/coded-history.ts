import { withClient } from "@/lib/launch/database";
import { CODING, SEGMENT } from "@/lib/server/coding/data";

/** The rows of a segment as they were before it was made, and as they were after. */
const rows = (deleted: boolean) => `jsonb_build_object(
  'segments', jsonb_build_array(jsonb_build_object(${SEGMENT}) || '{"deleted": ${deleted}}'),
  'codings', (SELECT jsonb_agg(jsonb_build_object(${CODING}) || '{"deleted": ${deleted}}') FROM "Coding" c WHERE c."segmentId" = g."id"))`;

/** Writes the history of a generated study as if each segment had been made by one step, after what is there. */
export async function writeHistory(url: string, studyId: string): Promise<void> {
  await withClient(url, async (client) => {
    // Nobody is told of it.
    await client.query(`SET session_replication_role = replica`);
    await client.query(`CREATE INDEX IF NOT EXISTS "bench_segment" ON "Coding" ("segmentId")`);
    await client.query(
      `INSERT INTO "HistoryEvent" ("id", "studyId", "seq", "actorId", "transcriptId", "kind", "before", "after")
       SELECT gen_random_uuid(), g."studyId", s."seq" + row_number() OVER (ORDER BY g."id"), g."coderId", g."transcriptId", 'coding.apply', ${rows(true)}, ${rows(false)}
       FROM "Segment" g JOIN "Study" s ON s."id" = g."studyId" WHERE g."studyId" = $1`,
      [studyId],
    );
    await client.query(`DROP INDEX "bench_segment"`);
    await client.query(
      `UPDATE "Study" SET "seq" = (SELECT max("seq") FROM "HistoryEvent" WHERE "studyId" = $1) WHERE "id" = $1`,
      [studyId],
    );
    await client.query("VACUUM ANALYZE");
  });
}
