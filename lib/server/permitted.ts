import "server-only";
import type { Pool, PoolClient } from "pg";
import type { StudyScope } from "@/lib/access/scope";
import { firstPartIn } from "@/lib/domain/compare/talk";
import { mayQuote, type Permission } from "@/lib/domain/permission";
import { type Range, union } from "@/lib/domain/segment";
import { blindIn, named } from "./blind";

type Connection = Pick<Pool | PoolClient, "query">;
type Asking = Pick<StudyScope, "blind" | "studyId" | "userId">;

/** A range of a version of which a coder has said how it may be cited. */
export interface Permitted extends Range {
  versionId: string;
  permission: Permission;
  /** Whether who asks is blind to the segment that says it. */
  unseen: boolean;
}

/**
 * How coders have said that ranges of these versions may be cited. It holds for everybody, whoever said it, also for
 * those from whom a blind round hides that. What waits to be placed after a correction may be anywhere in the text, so
 * it holds for all of it.
 *
 * What somebody may not see is widened to the paragraphs that it lies in: that words may not be quoted has to be told,
 * where exactly another has marked them has not.
 */
export async function permittedIn(
  connection: Connection,
  scope: Asking,
  versionIds: readonly string[],
): Promise<Permitted[]> {
  if (versionIds.length === 0) return [];
  const asked = { ...named(scope, "permitted"), text: permittedFor(scope), values: [versionIds] };
  return (await connection.query<Permitted>(asked)).rows;
}

const permittedFor = (scope: Asking) => `
SELECT v."id" AS "versionId", g."permission", ${unseenBy(scope)} AS unseen,
  CASE WHEN o."id" <> v."id" THEN 0 ELSE ${placeFor(scope, "start")} END AS start,
  CASE WHEN o."id" <> v."id" THEN v."length" ELSE ${placeFor(scope, "end")} END AS end
FROM "TranscriptVersion" v JOIN "TranscriptVersion" o ON o."transcriptId" = v."transcriptId"
JOIN "Segment" g ON g."versionId" = o."id" AND g."deletedAt" IS NULL AND g."permission" IS NOT NULL
${
  scope.blind
    ? `LEFT JOIN LATERAL (SELECT min(q."start") AS "start", max(q."end") AS "end" FROM "Paragraph" q
  WHERE q."versionId" = g."versionId" AND q."start" < g."end" AND q."end" > g."start") p ON ${unseenBy(scope)}`
    : ""
}
WHERE v."id" = ANY($1::uuid[])`;

const unseenBy = (scope: Asking) =>
  scope.blind
    ? `(g."coderId" <> '${scope.userId}'::uuid AND g."transcriptId" IN ${blindIn(scope)})`
    : "false";

const placeFor = ({ blind }: Asking, side: "start" | "end") =>
  blind ? `coalesce(p."${side}", g."${side}")` : `g."${side}"`;

/** A function that says whether anybody keeps a part of a range in, so that its words may not be quoted. */
export async function keptIn(
  connection: Connection,
  scope: Asking,
  versionIds: readonly string[],
): Promise<(versionId: string, range: Range) => boolean> {
  const byVersion = new Map<string, Range[]>(versionIds.map((id) => [id, []]));
  for (const each of await permittedIn(connection, scope, versionIds))
    if (!mayQuote(each.permission)) byVersion.get(each.versionId)?.push(each);
  const kept = new Map([...byVersion].map(([id, ranges]) => [id, union(ranges)]));
  return (versionId, range) => firstPartIn(range, kept.get(versionId) ?? []) !== undefined;
}
