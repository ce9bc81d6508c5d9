import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import {
  BatchChoices,
  type BatchProgress,
  ImportChoices,
  type ListedBatch,
  type UploadRow,
} from "@/lib/schemas/imports";
import { pool } from "@/lib/server/db";
import { asker, MINE, REPLACES } from "./mine";

interface StampRow {
  cancelled: boolean;
  stamp: string;
}

/** What names the state of a batch. Throws `not_found`. */
export async function batchStamp(scope: StudyScope, batchId: string): Promise<StampRow> {
  const { rows } = await pool().query<StampRow>({
    name: "import-stamp",
    text: `SELECT b."cancelledAt" IS NOT NULL AS cancelled, md5(concat_ws(';', b."cancelledAt",
        (SELECT string_agg(concat_ws(',', u."id", u."status", u."problem", md5(u."facts"::text)), ';' ORDER BY u."position")
          FROM "Upload" u WHERE u."batchId" = b."id"))) AS stamp
      FROM "ImportBatch" b WHERE ${MINE} AND b."id" = $4`,
    values: [...asker(scope), batchId],
  });
  if (!rows[0]) throw new AppError("not_found");
  return rows[0];
}

/** How far the files of a batch have come, in their order. */
export async function progressOf({ cancelled }: StampRow, batchId: string): Promise<BatchProgress> {
  const { rows } = await pool().query<UploadRow>({
    name: "import-progress",
    rowMode: "array",
    text: `SELECT "id", "name", "size", "status", "problem", "transcriptId", "facts"
      FROM "Upload" WHERE "batchId" = $1 ORDER BY "position"`,
    values: [batchId],
  });
  return { cancelled, uploads: rows };
}

/** Everything of a batch that a page shows at first. Throws `not_found`. */
export async function batchOf(scope: StudyScope, batchId: string) {
  const stamp = await batchStamp(scope, batchId);
  const [progress, chosen, batch] = await Promise.all([
    progressOf(stamp, batchId),
    pool().query<{ id: string; choices: unknown }>(
      `SELECT "id", "choices" FROM "Upload" WHERE "batchId" = $1 AND "choices" IS NOT NULL`,
      [batchId],
    ),
    pool().query<{ choices: unknown; replaces: string | null }>(
      `SELECT "choices", ${REPLACES} AS replaces FROM "ImportBatch" b WHERE "id" = $1`,
      [batchId],
    ),
  ]);
  // What another release kept in another shape is guessed anew.
  const known = chosen.rows.flatMap(({ id, choices }) => {
    const parsed = ImportChoices.safeParse(choices);
    return parsed.success ? [[id, parsed.data] as const] : [];
  });
  return {
    batchId,
    ...progress,
    choices: BatchChoices.nullable()
      .catch(null)
      .parse(batch.rows[0]?.choices ?? null),
    replaces: batch.rows[0]?.replaces ?? null,
    chosen: Object.fromEntries(known),
  };
}

/** The batches of a study that are not done with, newest first. */
export async function openBatches(scope: StudyScope): Promise<ListedBatch[]> {
  const { rows } = await pool().query<ListedBatch>({
    name: "import-list",
    text: `SELECT b."id", to_char(b."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt",
        count(*) FILTER (WHERE u."status" IN ('received', 'reading', 'chosen', 'storing'))::int AS "underWay",
        count(*) FILTER (WHERE u."status" IN ('read', 'failed'))::int AS waiting,
        count(*) FILTER (WHERE u."status" = 'stored')::int AS stored,
        count(*) FILTER (WHERE u."status" <> 'cancelled')::int AS total, ${REPLACES} AS replaces
      FROM "ImportBatch" b JOIN "Upload" u ON u."batchId" = b."id"
      WHERE ${MINE} GROUP BY b."id"
      HAVING count(*) FILTER (WHERE u."status" NOT IN ('stored', 'cancelled')) > 0
      ORDER BY b."createdAt" DESC LIMIT 20`,
    values: asker(scope),
  });
  return rows;
}
