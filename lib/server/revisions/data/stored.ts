import "server-only";
import type { PoolClient } from "pg";
import { AppError } from "@/lib/access/errors";
import type { Redacted, Redaction } from "@/lib/domain/revision";
import type { RedactedJson, VersionJson } from "@/lib/schemas/revising";
import type { Tx } from "@/lib/server/history";

/** A connection, in a transaction of Prisma or a plain one; parameters are $1, $2, …, with their types said. */
export type Rows = <Row>(text: string, ...values: unknown[]) => Promise<Row[]>;
export const rowsOf = {
  tx:
    (tx: Pick<Tx, "$queryRawUnsafe">): Rows =>
    (text, ...values) =>
      tx.$queryRawUnsafe(text, ...values),
  client:
    (client: Pick<PoolClient, "query">): Rows =>
    async (text, ...values) =>
      (await client.query(text, values)).rows,
};

/** The text of a version and what it hides. The caller has made sure that the version is the scope's. */
export async function redactedText(rows: Rows, versionId: string): Promise<Redacted> {
  const [texts, redactions] = await Promise.all([
    rows<{ text: string | null }>(
      `SELECT string_agg("text", '' ORDER BY "ordinal") AS "text" FROM "Paragraph" WHERE "versionId" = $1::uuid`,
      versionId,
    ),
    rows<Redaction>(
      `SELECT "start", "end", "original" FROM "Redaction" WHERE "versionId" = $1::uuid ORDER BY "start"`,
      versionId,
    ),
  ]);
  return { text: texts[0]?.text ?? "", redactions };
}

const VERSION = `
SELECT v."id",
  coalesce((SELECT string_agg("text", '' ORDER BY "ordinal") FROM "Paragraph" WHERE "versionId" = v."id"), '') AS "text",
  coalesce((SELECT json_agg(json_build_object('start', "start", 'end', "end", 'original', "original") ORDER BY "start")
    FROM "Redaction" WHERE "versionId" = v."id"), '[]')::text AS "redactions"`;
const BESIDE = `,
  coalesce((SELECT json_agg(json_build_array("start", "bodyStart", "end", "speakerId", "atMs", "align") ORDER BY "ordinal")
    FROM "Turn" WHERE "versionId" = v."id"), '[]')::text AS "turns",
  coalesce((SELECT json_agg(json_build_object('at', "at", 'ms', "ms") ORDER BY "ordinal")
    FROM "SyncPoint" WHERE "versionId" = v."id"), '[]')::text AS "points",
  coalesce((SELECT json_agg(json_build_object('questionId', "questionId", 'start', "start", 'end', "end",
      'status', "status", 'byHand', "byHand") ORDER BY "start", "id")
    FROM "Passage" WHERE "versionId" = v."id"), '[]')::text AS "passages"`;
const OF = ` FROM unnest($1::uuid[]) WITH ORDINALITY AS v("id", "place") ORDER BY v."place"`;

/** A version with all that stands beside its text, as JSON. The caller has made sure that it is the scope's. */
export async function versionJson(rows: Rows, versionId: string): Promise<VersionJson> {
  const [version] = await rows<VersionJson>(VERSION + BESIDE + OF, [versionId]);
  if (!version) throw new AppError("not_found");
  return version;
}

/** The texts of versions with what they hide, as JSON, in the order given. */
export async function redactedJson(rows: Rows, versionIds: readonly string[]): Promise<RedactedJson[]> {
  return versionIds.length === 0 ? [] : rows<RedactedJson>(VERSION + OF, versionIds);
}

export interface CurrentVersion {
  id: string;
  number: number;
  language: string;
  title: string;
  interviewId: string | null;
  pairId: string | null;
}

/** The current version of a transcript of the study. Throws `not_found`. */
export async function currentVersion(
  rows: Rows,
  studyId: string,
  transcriptId: string,
): Promise<CurrentVersion> {
  const [found] = await rows<CurrentVersion>(
    `SELECT v."id", v."number", t."language", t."title", t."interviewId", t."pairId"
     FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
     WHERE t."id" = $1::uuid AND t."studyId" = $2::uuid`,
    transcriptId,
    studyId,
  );
  if (!found) throw new AppError("not_found");
  return found;
}
