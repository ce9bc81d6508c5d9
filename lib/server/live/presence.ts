import "server-only";
import type { Role } from "@/lib/access/can";
import { seesPresence } from "@/lib/access/live";
import type { Present } from "@/lib/schemas/live";
import { pool } from "@/lib/server/db";
import { BLIND } from "@/lib/server/standing";
import type { Viewer } from "./stream";

/** On which servers learn that somebody came to a study, went, or opened another transcript. */
export const PRESENCE = "kikitori_presence";
/** Whose server has not spoken for them for so long is gone with it, in seconds. */
const GONE_AFTER = 45;

/** Notes that somebody is there. A transcript of another study is none. */
export async function arrive(streamId: string, viewer: Viewer): Promise<void> {
  await pool().query({
    name: "presence-arrive",
    text: `WITH came AS (
        INSERT INTO "Presence" ("streamId", "studyId", "userId", "transcriptId")
        SELECT $1, $2, $3, (SELECT "id" FROM "Transcript" WHERE "id" = $4 AND "studyId" = $2) RETURNING "studyId")
      SELECT pg_notify('${PRESENCE}', "studyId"::text) FROM came`,
    values: [streamId, viewer.studyId, viewer.userId, viewer.transcriptId],
  });
}

export async function depart(streamIds: readonly string[]): Promise<void> {
  await pool().query({
    name: "presence-depart",
    text: `WITH gone AS (DELETE FROM "Presence" WHERE "streamId" = ANY($1::uuid[]) RETURNING "studyId")
      SELECT pg_notify('${PRESENCE}', "studyId"::text) FROM (SELECT DISTINCT "studyId" FROM gone) AS each`,
    values: [streamIds],
  });
}

/** Says of all these at once that they are still there, and takes away those of whom nobody says so. */
export async function stay(streamIds: readonly string[]): Promise<void> {
  await pool().query({
    name: "presence-stay",
    text: `WITH here AS (UPDATE "Presence" SET "seenAt" = now() WHERE "streamId" = ANY($1::uuid[])),
      gone AS (DELETE FROM "Presence" WHERE "seenAt" < now() - interval '${GONE_AFTER} seconds'
        AND NOT ("streamId" = ANY($1::uuid[])) RETURNING "studyId")
      SELECT pg_notify('${PRESENCE}', "studyId"::text) FROM (SELECT DISTINCT "studyId" FROM gone) AS each`,
    values: [streamIds],
  });
}

export interface Member extends Present {
  role: Role;
  blind: boolean;
}

/** Everybody who is in the study now, each once, with the transcripts that they have open. */
export async function everybodyIn(studyId: string): Promise<Member[]> {
  const { rows } = await pool().query<Member>({
    name: "presence-list",
    text: `SELECT u."id", u."name", m."role", ${BLIND},
        coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', t."id", 'title', t."title")) FILTER (WHERE t."id" IS NOT NULL), '[]') AS transcripts
      FROM "Presence" p JOIN "User" u ON u."id" = p."userId"
      JOIN "Membership" m ON m."studyId" = p."studyId" AND m."userId" = p."userId"
      LEFT JOIN "Transcript" t ON t."id" = p."transcriptId"
      WHERE p."studyId" = $1 AND p."seenAt" > now() - interval '${GONE_AFTER} seconds'
      GROUP BY u."id", m."studyId", m."userId" ORDER BY u."name", u."id"`,
    values: [studyId],
  });
  return rows;
}

/** Of those who are there, the others whom somebody sees. */
export function seenBy({ role, userId, blind }: Viewer, everybody: readonly Member[]): Present[] {
  return everybody
    .filter((each) => each.id !== userId && seesPresence({ role, blind: blind.size > 0 }, each))
    .map(({ id, name, transcripts }) => ({ id, name, transcripts }));
}
