import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { countsBy } from "@/lib/domain/text";
import type { ListedTranscript } from "@/lib/schemas/transcripts";
import { named, seenSegments } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";
import { keptSize, SIZE_FILTER, type Size, sizeOfVersion } from "./size";

const listOf = (scope: StudyScope) => `
SELECT t."id", t."title", t."kind", t."publisher", t."language", t."pairId", v."id" AS "versionId",
  to_char(coalesce(i."date", t."date"), 'YYYY-MM-DD') AS "date", i."minutes",
  (SELECT json_agg(json_build_object('number', e."number", 'sector', s."name", 'position', e."position") ORDER BY e."number")
    FROM "InterviewInterviewee" ii JOIN "Interviewee" e ON e."id" = ii."intervieweeId" JOIN "Sector" s ON s."id" = e."sectorId"
    WHERE ii."interviewId" = t."interviewId") AS interviewees,
  (SELECT count(*)::int FROM "Speaker" s WHERE s."transcriptId" = t."id"
    AND EXISTS (SELECT 1 FROM "Turn" u WHERE u."versionId" = v."id" AND u."speakerId" = s."id")) AS speakers,
  codings."codings", codings."coders",
  (SELECT count(*)::int FROM ${seenSegments(scope)} w WHERE w."transcriptId" = t."id" AND w."deletedAt" IS NULL AND w."versionId" <> v."id"
    AND ($3 OR w."coderId" = $4)) AS waiting,
  (SELECT count(DISTINCT p."questionId")::int FROM "Passage" p WHERE p."versionId" = v."id" AND p."status" = 'answered') AS answered,
  (SELECT count(DISTINCT p."questionId")::int FROM "Passage" p WHERE p."versionId" = v."id") AS asked,
  d."data" AS size
FROM "Transcript" t
JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
LEFT JOIN "Interview" i ON i."id" = t."interviewId"
LEFT JOIN "Digest" d ON d."transcriptId" = t."id" AND d."filter" = $2 AND d."stamp" = v."id"::text
CROSS JOIN LATERAL (
  SELECT count(*)::int AS "codings", count(DISTINCT c."coderId")::int AS "coders"
  FROM ${seenSegments(scope)} g JOIN "Coding" c ON c."segmentId" = g."id" AND c."deletedAt" IS NULL
  WHERE g."transcriptId" = t."id" AND g."deletedAt" IS NULL
) codings
WHERE t."studyId" = $1
ORDER BY t."kind", (SELECT min(e."number") FROM "InterviewInterviewee" ii JOIN "Interviewee" e ON e."id" = ii."intervieweeId"
  WHERE ii."interviewId" = t."interviewId") NULLS LAST, t."title", t."id"`;

type Row = Omit<ListedTranscript, "interviewees" | "counted" | keyof Size> & {
  interviewees: ListedTranscript["interviewees"] | null;
  size: Uint8Array | null;
};

/** The transcripts of a study by interviewee number, then title. */
export async function listTranscripts(scope: StudyScope): Promise<ListedTranscript[]> {
  const { studyId, userId, role } = scope;
  const { rows } = await pool().query<Row>({
    ...named(scope, "transcript-list"),
    text: listOf(scope),
    values: [studyId, SIZE_FILTER, can(role, "placing.decide"), userId],
  });
  const listed: ListedTranscript[] = [];
  for (const { size: kept, interviewees, ...row } of rows) {
    // A transcript that came by another way is counted when it is first listed.
    const size = keptSize(kept) ?? (await sizeOfVersion(row.id, row.versionId, row.language));
    listed.push({ ...row, interviewees: interviewees ?? [], counted: countsBy(row.language), ...size });
  }
  return listed;
}
