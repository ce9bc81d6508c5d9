import "server-only";
import { type Permission, stricter } from "@/lib/domain/permission";
import { overlaps, type Range } from "@/lib/domain/segment";
import type { Connection } from "./rows";
import { groupBy } from "./words";

type Permitted = Range & { versionId: string; permission: Permission };

/**
 * How coders have said that ranges of these versions may be cited. What waits to be placed after a correction may
 * be anywhere in the text, so it holds for all of it.
 */
const PERMITTED = `
SELECT v."id" AS "versionId", g."permission",
  CASE WHEN o."id" = v."id" THEN g."start" ELSE 0 END AS start,
  CASE WHEN o."id" = v."id" THEN g."end" ELSE v."length" END AS end
FROM "TranscriptVersion" v JOIN "TranscriptVersion" o ON o."transcriptId" = v."transcriptId"
JOIN "Segment" g ON g."versionId" = o."id" AND g."deletedAt" IS NULL AND g."permission" IS NOT NULL
WHERE v."id" = ANY($1::uuid[])`;

/** A function that says what quotations' own permissions hold for a range; null where none does. */
export async function ownPermissions(connection: Connection, versionIds: readonly string[]) {
  const { rows } = await connection.query<Permitted>({
    name: "search-permitted",
    text: PERMITTED,
    values: [versionIds],
  });
  const byVersion = groupBy(rows, ({ versionId }) => versionId);
  return (versionId: string, range: Range): Permission | null =>
    (byVersion.get(versionId) ?? [])
      .filter((each) => overlaps(each, range))
      .reduce<Permission | null>(
        (all, { permission }) => (all ? stricter(all, permission) : permission),
        null,
      );
}
