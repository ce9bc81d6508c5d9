import "server-only";
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { StudyScope } from "@/lib/access/scope";
import type { Filter } from "@/lib/domain/compare";
import { blindIn } from "@/lib/server/blind";
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
  /**
   * Whose segments alone are counted, where the member is blind: theirs, or nobody's, where they have none, which is
   * the same for all. Both languages of a pair are alike in it.
   */
  only: Only;
}

export type Only = "all" | "none" | { coderId: string };

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
    const unit = units.get(pairId ?? id) ?? { key: id, transcripts: [], state: "", only: "all" };
    unit.transcripts.push({ id, versionId, language });
    unit.state += `${versionId} ${language} ${kind} ${seq} ${people}\n`;
    units.set(pairId ?? id, unit);
  }
  await narrow(scope, connection, [...units.values()]);
  return [...units.values()];
}

/** Says of each unit in which the member is blind that no more than their own is counted. */
async function narrow(
  scope: StudyScope,
  connection: Pick<PoolClient, "query">,
  units: readonly Unit[],
): Promise<void> {
  if (!scope.blind) return;
  const { userId } = scope;
  const { rows } = await connection.query<{ id: string; coded: boolean }>(
    `SELECT b."transcriptId" AS id, EXISTS (SELECT 1 FROM "Segment" s
       WHERE s."transcriptId" = b."transcriptId" AND s."coderId" = $1 AND s."deletedAt" IS NULL) AS coded
     FROM (SELECT DISTINCT "transcriptId" FROM ${blindIn(scope)} x) b`,
    [userId],
  );
  const coded = new Map(rows.map((row) => [row.id, row.coded]));
  for (const unit of units) {
    const known = unit.transcripts.flatMap(({ id }) => coded.get(id) ?? []);
    if (known.length > 0) unit.only = known.includes(true) ? { coderId: userId } : "none";
  }
}

/** What stands before the key of a filter, where no more than one coder's segments are counted. */
export const keptFor = (only: Only) =>
  only === "all" ? "" : only === "none" ? "own:none" : `own:${only.coderId}`;

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
