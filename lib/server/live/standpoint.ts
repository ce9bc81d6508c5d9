import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { blindIn } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";

/** What a stream begins with: in which transcripts its member is blind, and as of which event of the study. */
export interface Standpoint {
  readonly blind: ReadonlySet<string>;
  readonly knownAt: number;
}

/** Of one moment: a round that is opened after it has a number after it. */
export async function standpointOf(scope: StudyScope): Promise<Standpoint> {
  const { rows } = await pool().query<{ seq: string; blind: string[] }>(
    `SELECT "seq", ARRAY(SELECT DISTINCT b."transcriptId"::text FROM ${blindIn(scope)} b) AS blind FROM "Study" WHERE "id" = $1`,
    [scope.studyId],
  );
  return { blind: new Set(rows[0]?.blind), knownAt: Number(rows[0]?.seq ?? 0) };
}
