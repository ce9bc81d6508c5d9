import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";

/**
 * Which batches (`b`) somebody has to do with. Names of files can be names of people, and a file's words
 * are its originals: so a batch is that of whoever handed it in, and of those who may see originals. For
 * anybody else it does not exist. Takes the first three parameters of a query.
 */
export const MINE = `b."studyId" = $1 AND (b."createdById" = $2 OR $3)`;

/** Of a batch `b`: the transcript whose text its file is to take the place of, as text; null for other batches. */
export const REPLACES = `b."choices"->'replaces'->>'transcriptId'`;

export const asker = ({ studyId, userId, role }: StudyScope): [string, string, boolean] => [
  studyId,
  userId,
  can(role, "originals.view"),
];
