import "server-only";
import type { PoolClient } from "pg";
import { AppError } from "@/lib/access/errors";
import type { Redacted, Redaction } from "@/lib/domain/revision";
import type { Draft, DraftPassage } from "@/lib/domain/transcript";
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

/** A version as it is stored, but for its speakers, who are the transcript's. */
export interface StoredVersion extends Redacted {
  id: string;
  turns: (Draft["turns"][number] & { speakerId: string | null })[];
  points: Draft["points"];
  passages: (DraftPassage & { byHand: boolean })[];
}

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

/** A version with all that stands beside its text. */
export async function storedVersion(rows: Rows, versionId: string): Promise<StoredVersion> {
  const redacted = await redactedText(rows, versionId);
  const turns = await rows<Omit<StoredVersion["turns"][number], "speaker">>(
    `SELECT "start", "bodyStart", "end", "speakerId", "atMs", "align" FROM "Turn" WHERE "versionId" = $1::uuid ORDER BY "ordinal"`,
    versionId,
  );
  const points = await rows<Draft["points"][number]>(
    `SELECT "at", "ms" FROM "SyncPoint" WHERE "versionId" = $1::uuid ORDER BY "ordinal"`,
    versionId,
  );
  const passages = await rows<StoredVersion["passages"][number]>(
    `SELECT "questionId", "start", "end", "status", "byHand" FROM "Passage" WHERE "versionId" = $1::uuid ORDER BY "start", "id"`,
    versionId,
  );
  return {
    id: versionId,
    ...redacted,
    turns: turns.map((turn) => ({ ...turn, speaker: null })),
    points,
    passages,
  };
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
