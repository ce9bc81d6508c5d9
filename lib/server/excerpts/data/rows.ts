import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { Certainty } from "@/lib/domain/coding";
import type { Stance } from "@/lib/domain/compare";
import type { Permission } from "@/lib/domain/permission";
import type { Cursor } from "@/lib/schemas/excerpts";
import { named, seenSegments } from "@/lib/server/blind";
import type { Connection } from "./contexts";
import type { Wanted } from "./frame";

/** One code on one segment, as the tables have it. */
export interface Row {
  place: string;
  segmentId: string;
  versionId: string;
  codeId: string;
  coderId: string;
  start: number;
  end: number;
  quote: string;
  stance: Stance;
  permission: Permission | null;
  memo: string;
  certainty: Certainty | null;
}

const PLACE = `md5(s."versionId" || ':' || s."start" || ':' || s."end")`;
const COLUMNS = `${PLACE} AS place, s."id" AS "segmentId", s."versionId", c."codeId", s."coderId", s."start", s."end",
  s."quote", s."stance", s."permission", s."memo", s."certainty"`;
const LIVE = `s."deletedAt" IS NULL AND c."deletedAt" IS NULL AND ($2::uuid[] IS NULL OR c."codeId" = ANY($2))
  AND ($3::uuid[] IS NULL OR s."coderId" = ANY($3)) AND ($4::"Stance"[] IS NULL OR s."stance" = ANY($4))
  AND ($5::text[] IS NULL OR coalesce(s."certainty"::text, 'unsaid') = ANY($5))`;

const inOrder = (scope: StudyScope) => `
SELECT ${COLUMNS} FROM unnest($1::uuid[]) WITH ORDINALITY AS w(id, n)
JOIN ${seenSegments(scope)} s ON s."versionId" = w.id JOIN "Coding" c ON c."segmentId" = s."id"
WHERE ${LIVE} AND ($6::int IS NULL OR (w.n, s."start", -s."end", s."id", c."codeId") > (1, $6, -$7::int, $8::uuid, $9::uuid))
ORDER BY w.n, s."start", -s."end", s."id", c."codeId" LIMIT $10`;

const apart = (scope: StudyScope) => `
SELECT ${COLUMNS} FROM ${seenSegments(scope)} s JOIN "Coding" c ON c."segmentId" = s."id"
WHERE s."versionId" = ANY($1::uuid[]) AND ${LIVE}
  AND (s."permission" IN ('sector', 'paraphrase', 'withheld') OR s."versionId" = ANY($6::uuid[]))
  AND ($7::text IS NULL OR (${PLACE}, s."id", c."codeId") > ($7, $8::uuid, $9::uuid))
ORDER BY 1, 2, 4 LIMIT $10`;

type InOrder = Extract<Cursor, ["n", ...unknown[]]>;
type Apart = Extract<Cursor, ["a", ...unknown[]]>;

/** Rows of some versions in the order of the text, after a place in the first of them. */
export async function rowsInOrder(
  connection: Connection,
  wanted: Wanted,
  versionIds: string[],
  after: InOrder | null,
  limit: number,
): Promise<Row[]> {
  const [, , start, end, segmentId, codeId] = after ?? [null, null, null, null, null, null];
  const values = [versionIds, ...common(wanted), start, end, segmentId, codeId, limit];
  const { scope } = wanted;
  const asked = { ...named(scope, "excerpts-in-order"), text: inOrder(scope), values };
  return (await connection.query<Row>(asked)).rows;
}

/**
 * Rows that may have to stand without a number, in an order that tells nothing of where they stand in
 * the transcripts. `strict` are the versions where the default of a speaker is enough for that.
 */
export async function rowsApart(
  connection: Connection,
  wanted: Wanted,
  strict: string[],
  after: Apart | null,
  limit: number,
): Promise<Row[]> {
  const [, place, segmentId, codeId] = after ?? [null, null, null, null];
  const versionIds = wanted.transcripts.map((transcript) => transcript.versionId);
  const values = [versionIds, ...common(wanted), strict, place, segmentId, codeId, limit];
  const { scope } = wanted;
  const asked = { ...named(scope, "excerpts-apart"), text: apart(scope), values };
  return (await connection.query<Row>(asked)).rows;
}

function common({ codeIds, count }: Wanted) {
  return [codeIds, count.coderIds ?? null, count.stances ?? null, count.certainties ?? null];
}
