import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import type { Range } from "@/lib/domain/segment";
import type { Queue, QueuedSegment } from "@/lib/schemas/revisions";
import { named, seenSegments } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";
import { proposeSafely } from "@/lib/server/interchange/revise-safely";
import { currentVersion, redactedJson, rowsOf } from "./stored";

/** How many are shown at once: finding a likely place takes some milliseconds each. */
const SHOWN = 100;

const queuedFor = (scope: StudyScope) => `
SELECT s."id", s."coderId", u."name" AS coder, s."start", s."end", s."versionId", o."number", s."quote", s."before", s."after", s."memo",
  (SELECT coalesce(json_agg(json_build_object('id', k."id", 'name', k."name", 'hue', k."hue") ORDER BY c."createdAt", c."id"), '[]')
    FROM "Coding" c JOIN "Code" k ON k."id" = c."codeId" WHERE c."segmentId" = s."id" AND c."deletedAt" IS NULL) AS codes,
  count(*) OVER ()::int AS total
FROM ${seenSegments(scope)} s JOIN "User" u ON u."id" = s."coderId" JOIN "TranscriptVersion" o ON o."id" = s."versionId"
WHERE s."transcriptId" = $1::uuid AND s."studyId" = $2::uuid AND s."versionId" <> $3::uuid AND s."deletedAt" IS NULL
  AND ($4::boolean OR s."coderId" = $5::uuid)
ORDER BY o."number" DESC, s."start", s."end" DESC, s."id" LIMIT ${SHOWN}`;

/** How many segments of a transcript wait for this person's decision. */
export async function waitingIn(scope: StudyScope, transcriptId: string): Promise<number> {
  const { rows } = await pool().query<{ waiting: number }>({
    ...named(scope, "revision-waiting"),
    text: `SELECT count(*)::int AS waiting FROM ${seenSegments(scope)} s JOIN "TranscriptVersion" v ON v."id" = s."versionId" AND NOT v."current"
      WHERE s."transcriptId" = $1 AND s."studyId" = $2 AND s."deletedAt" IS NULL AND ($3 OR s."coderId" = $4)`,
    values: [transcriptId, scope.studyId, can(scope.role, "placing.decide"), scope.userId],
  });
  return rows[0]?.waiting ?? 0;
}

interface QueuedRow extends Range {
  id: string;
  coderId: string;
  coder: string;
  versionId: string;
  number: number;
  quote: string;
  before: string;
  after: string;
  memo: string;
  codes: QueuedSegment["codes"];
  total: number;
}

/**
 * The segments that wait for a person to say where they belong: a coder's own, for a lead everybody's;
 * each with the place in the current version where it most likely belongs. Throws `too_large` where finding
 * these takes longer or more memory than a text may.
 */
export async function queueOf(scope: StudyScope, transcriptId: string): Promise<Omit<Queue, "transcript">> {
  const { waiting, versionId, texts } = await readQueue(scope, transcriptId);
  const places = texts ? await proposeSafely({ ...texts, ranges: waiting }) : [];
  const segments = waiting.map((row, index) => described(row, scope, places[index] ?? null));
  return { studyId: scope.studyId, versionId, total: waiting[0]?.total ?? 0, segments };
}

/** What waits, and the texts that it is about; no connection is held while places are found. */
async function readQueue(scope: StudyScope, transcriptId: string) {
  const client = await pool().connect();
  try {
    const rows = rowsOf.client(client);
    const { id } = await currentVersion(rows, scope.studyId, transcriptId);
    const all = can(scope.role, "placing.decide");
    const waiting = await rows<QueuedRow>(
      queuedFor(scope),
      transcriptId,
      scope.studyId,
      id,
      all,
      scope.userId,
    );
    const versions = [...new Set(waiting.map(({ versionId }) => versionId))];
    if (versions.length === 0) return { waiting, versionId: id, texts: null };
    const [to, ...older] = await redactedJson(rows, [id, ...versions]);
    return { waiting, versionId: id, texts: to ? { to, older } : null };
  } finally {
    client.release();
  }
}

function described(
  row: QueuedRow,
  { userId }: StudyScope,
  proposal: QueuedSegment["proposal"],
): QueuedSegment {
  const { id, coderId, coder, quote, before, after, number, memo, codes } = row;
  return {
    id,
    coder: { id: coderId, name: coder },
    mine: coderId === userId,
    codes,
    memo,
    before,
    quote,
    after,
    number,
    proposal,
  };
}
