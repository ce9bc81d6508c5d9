import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { ListedVersion } from "@/lib/schemas/revisions";
import { pool } from "@/lib/server/db";
import { GUARDED } from "./guarded";

const VERSIONS = `
SELECT v."id", v."number", v."change", v."reason", u."name" AS by, v."createdAt" AS at, v."length", v."current", ${GUARDED} AS guarded
FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" LEFT JOIN "User" u ON u."id" = v."createdById"
WHERE t."id" = $1 AND t."studyId" = $2 ORDER BY v."number" DESC`;

/** The versions of a transcript, the newest first. */
export async function listVersions({ studyId }: StudyScope, transcriptId: string): Promise<ListedVersion[]> {
  const { rows } = await pool().query<Omit<ListedVersion, "at"> & { at: Date }>({
    name: "revision-versions",
    text: VERSIONS,
    values: [transcriptId, studyId],
  });
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** What a page about one transcript says of it. Throws `not_found`. */
export async function transcriptFacts({ studyId }: StudyScope, transcriptId: string) {
  const { rows } = await pool().query<{ id: string; title: string; language: string; pairId: string | null }>(
    {
      name: "revision-transcript",
      text: `SELECT "id", "title", "language", "pairId" FROM "Transcript" WHERE "id" = $1 AND "studyId" = $2`,
      values: [transcriptId, studyId],
    },
  );
  if (!rows[0]) throw new AppError("not_found");
  return rows[0];
}
