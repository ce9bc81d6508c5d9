import "server-only";
import type { RevisedRows } from "@/lib/schemas/revising";
import type { Tx } from "@/lib/server/history";
import { storeRows } from "@/lib/server/transcripts/mutations/text";
import type { Rows } from "../data/stored";

/** Where a transcript's segments stand, deleted ones too, and on which versions. */
export interface Standing {
  /** JSON, the older first: id, version, coder, start, end, and whether it is deleted. */
  segments: string;
  versions: string[];
}

/** All segments of a transcript, as JSON that nobody need take apart here. */
export async function standingSegments(rows: Rows, transcriptId: string): Promise<Standing> {
  const [standing] = await rows<Standing>(
    `SELECT coalesce(json_agg(json_build_array("id", "versionId", "coderId", "start", "end", "deletedAt" IS NOT NULL)
        ORDER BY "createdAt", "id"), '[]')::text AS "segments",
      coalesce(array_agg(DISTINCT "versionId"::text), '{}') AS "versions"
     FROM "Segment" WHERE "transcriptId" = $1::uuid`,
    transcriptId,
  );
  return standing ?? { segments: "[]", versions: [] };
}

/** Writes some rows of a version that follows another: of its text, or of the segments that move to it or are left. */
export function storeRevised(
  tx: Tx,
  { transcriptId, versionId }: { transcriptId: string; versionId: string },
  { kind, json }: RevisedRows,
): Promise<number> {
  switch (kind) {
    case "Shifted":
      return tx.$executeRaw`
        UPDATE "Segment" s SET "versionId" = ${versionId}::uuid, "start" = n."start", "end" = n."end"
        FROM json_to_recordset(${json}::json) AS n("id" uuid, "start" int, "end" int)
        WHERE s."id" = n."id"`;
    case "Renewed":
      return tx.$executeRaw`
        UPDATE "Segment" s SET "versionId" = ${versionId}::uuid, "start" = n."start", "end" = n."end",
          "quote" = n."quote", "before" = n."before", "after" = n."after"
        FROM json_to_recordset(${json}::json)
          AS n("id" uuid, "start" int, "end" int, "quote" text, "before" text, "after" text)
        WHERE s."id" = n."id"`;
    case "Requoted":
      return tx.$executeRaw`
        UPDATE "Segment" s SET "quote" = n."quote", "before" = n."before", "after" = n."after"
        FROM json_to_recordset(${json}::json) AS n("id" uuid, "quote" text, "before" text, "after" text)
        WHERE s."id" = n."id"
          AND (s."quote", s."before", s."after") IS DISTINCT FROM (n."quote", n."before", n."after")`;
    default:
      return storeRows(tx, { transcriptId, versionId, partnerVersionId: null }, { kind, json });
  }
}
