import "server-only";
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { StudyScope } from "@/lib/access/scope";
import type { Filter } from "@/lib/domain/compare";
import { pool } from "@/lib/server/db";
import type { Frame } from "./frame";

/** Raised when the rules of counting or the form of what is kept change, so that nothing old is read. */
const RULES = 2;

/** What counts once: a transcript, or both languages of a pair, the older transcript first. */
export interface Unit {
  /** The first transcript, under which the digest is kept. */
  key: string;
  transcripts: { id: string; versionId: string; language: string }[];
  /** Names the state of the transcripts that the digest is counted from. */
  state: string;
}

interface TranscriptRow {
  id: string;
  pairId: string | null;
  language: string;
  kind: string;
  versionId: string;
  seq: string;
  people: string | null;
}

// Speakers and defaults of permission are no part of a transcript's history, so they stand in the state themselves.
const TRANSCRIPTS = `
SELECT t."id", t."pairId", t."language", t."kind", v."id" AS "versionId",
  coalesce((SELECT max(e."seq") FROM "HistoryEvent" e WHERE e."transcriptId" = t."id"), 0)::text AS seq,
  (SELECT string_agg(concat_ws(':', p."id", p."role", p."intervieweeId", i."permission"), ',' ORDER BY p."id")
    FROM "Speaker" p LEFT JOIN "Interviewee" i ON i."id" = p."intervieweeId" WHERE p."transcriptId" = t."id") AS people
FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
WHERE t."studyId" = $1 AND ($2::uuid[] IS NULL OR t."id" = ANY($2)) ORDER BY t."createdAt", t."id"`;

/** The units of talk of a study with their states; or of some of its transcripts, on a connection. One query. */
export async function unitsOf(
  scope: StudyScope,
  connection: Pick<PoolClient, "query"> = pool(),
  transcriptIds: readonly string[] | null = null,
): Promise<Unit[]> {
  const { rows } = await connection.query<TranscriptRow>({
    name: "compare-units",
    text: TRANSCRIPTS,
    values: [scope.studyId, transcriptIds],
  });
  const units = new Map<string, Unit>();
  for (const { id, pairId, language, kind, versionId, seq, people } of rows) {
    const unit = units.get(pairId ?? id) ?? { key: id, transcripts: [], state: "" };
    unit.transcripts.push({ id, versionId, language });
    unit.state += `${versionId} ${language} ${kind} ${seq} ${people}\n`;
    units.set(pairId ?? id, unit);
  }
  return [...units.values()];
}

/** The stamp under which a unit's digest is kept, by the unit's state: that, and what all counts rest on. */
export function stamper(frame: Frame, filter: Filter): (state: string) => string {
  const common = rulesOf(frame, filter.clusterIds !== undefined || filter.questionIds !== undefined);
  return (state) => digestOf(`${common}\n${state}`);
}

/** Names what all counts rest on: the rules, the shape of the codebook, and under a filter of questions the guide. */
export function rulesOf(frame: Frame, questions: boolean): string {
  const shape = frame.codes.map(({ id, parentId }) => `${id} ${parentId}`).sort();
  const guide = questions ? frame.questions.map(({ id, clusterId }) => `${id} ${clusterId}`).sort() : [];
  return digestOf([String(RULES), ...shape, "", ...guide].join("\n"));
}

export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 27);
}
