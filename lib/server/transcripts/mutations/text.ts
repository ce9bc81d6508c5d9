import "server-only";
import type { StoredRows } from "@/lib/domain/transcript";
import type { Tx } from "@/lib/server/history";

/** What rows belong to. */
interface Place {
  transcriptId: string;
  versionId: string;
  /** The version of the other half, where the rows number its turns. */
  partnerVersionId: string | null;
}

/** Writes some rows of one kind in one statement: their JSON goes through as it is, and the database takes it apart. */
export function storeRows(
  tx: Tx,
  { transcriptId, versionId, partnerVersionId }: Place,
  { kind, json }: StoredRows,
): Promise<number> {
  switch (kind) {
    case "Speaker":
      return tx.$executeRaw`
        INSERT INTO "Speaker" ("transcriptId", "id", "label", "aliases", "role", "intervieweeId")
        SELECT ${transcriptId}::uuid, * FROM json_to_recordset(${json}::json)
          AS r("id" uuid, "label" text, "aliases" text[], "role" "SpeakerRole", "intervieweeId" uuid)`;
    case "Paragraph":
      return tx.$executeRaw`
        INSERT INTO "Paragraph" ("versionId", "ordinal", "start", "end", "text")
        SELECT ${versionId}::uuid, * FROM json_to_recordset(${json}::json)
          AS r("ordinal" int, "start" int, "end" int, "text" text)`;
    case "Words":
      return tx.$executeRaw`
        UPDATE "Paragraph" p SET "text" = p."text" || r."text"
        FROM json_to_recordset(${json}::json) AS r("ordinal" int, "text" text)
        WHERE p."versionId" = ${versionId}::uuid AND p."ordinal" = r."ordinal"`;
    case "Turn":
      return tx.$executeRaw`
        INSERT INTO "Turn" ("versionId", "ordinal", "start", "bodyStart", "end", "speakerId", "atMs", "align")
        SELECT ${versionId}::uuid, * FROM json_to_recordset(${json}::json)
          AS r("ordinal" int, "start" int, "bodyStart" int, "end" int, "speakerId" uuid, "atMs" int, "align" int)`;
    case "SyncPoint":
      return tx.$executeRaw`
        INSERT INTO "SyncPoint" ("versionId", "ordinal", "at", "ms")
        SELECT ${versionId}::uuid, * FROM json_to_recordset(${json}::json) AS r("ordinal" int, "at" int, "ms" int)`;
    case "Passage":
      return tx.$executeRaw`
        INSERT INTO "Passage" ("versionId", "id", "questionId", "start", "end", "status", "byHand")
        SELECT ${versionId}::uuid, * FROM json_to_recordset(${json}::json)
          AS r("id" uuid, "questionId" uuid, "start" int, "end" int, "status" "PassageStatus", "byHand" boolean)`;
    case "Partner":
      return tx.$executeRaw`
        UPDATE "Turn" t SET "align" = r."align"
        FROM json_to_recordset(${json}::json) AS r("ordinal" int, "align" int)
        WHERE t."versionId" = ${partnerVersionId}::uuid AND t."ordinal" = r."ordinal"
          AND t."align" IS DISTINCT FROM r."align"`;
  }
}
