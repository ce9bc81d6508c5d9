import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import type { Overview, SectorSummary, TranscriptProgress } from "@/lib/schemas/overview";
import { seenSegments } from "@/lib/server/blind";
import { pool, prisma } from "@/lib/server/db";

/** How many transcripts the overview shows; all of them are a page of their own. */
const SHOWN = 12;

export async function overviewOf(scope: StudyScope): Promise<Overview> {
  const db = prisma();
  const { studyId, role } = scope;
  const [study, sectors, clusters, codes, total, transcripts] = await Promise.all([
    db.study.findUniqueOrThrow({
      where: { id: studyId },
      select: { title: true, description: true, notice: true },
    }),
    sectorsOf(studyId),
    db.cluster.findMany({
      where: { studyId: scope.guideStudyId },
      select: { id: true, key: true, title: true, _count: { select: { questions: true } } },
      orderBy: { position: "asc" },
    }),
    db.code.count({ where: { studyId: scope.codebookStudyId, retiredAt: null } }),
    db.transcript.count({ where: { studyId } }),
    can(role, "transcript.read") ? progressOf(scope) : null,
  ]);
  return {
    role,
    study,
    sectors,
    clusters: clusters.map(({ _count, ...cluster }) => ({ ...cluster, questions: _count.questions })),
    codes,
    transcripts: transcripts && { total, shown: transcripts },
  };
}

/** Each sector with how many interviewees stand for it, and how many of those have a transcript. */
async function sectorsOf(studyId: string): Promise<SectorSummary[]> {
  const { rows } = await pool().query<{
    id: string;
    name: string;
    interviewees: number;
    transcribed: number;
  }>(
    `SELECT s."id", s."name", count(i."id")::int AS interviewees, count(i."id") FILTER (WHERE EXISTS (
       SELECT 1 FROM "InterviewInterviewee" ii JOIN "Transcript" t ON t."interviewId" = ii."interviewId"
       WHERE ii."intervieweeId" = i."id"))::int AS transcribed
     FROM "Sector" s LEFT JOIN "Interviewee" i ON i."sectorId" = s."id"
     WHERE s."studyId" = $1 GROUP BY s."id" ORDER BY s."position"`,
    [studyId],
  );
  return rows;
}

/** The first transcripts in the order of their interviewees, with how far their coding has come. */
async function progressOf(scope: StudyScope): Promise<TranscriptProgress[]> {
  const { rows } = await pool().query<TranscriptProgress>(
    `SELECT t."id", t."title", t."language", g.segments, g.coders
     FROM (
       SELECT t.*, (
         SELECT min(i."number") FROM "InterviewInterviewee" ii JOIN "Interviewee" i ON i."id" = ii."intervieweeId"
         WHERE ii."interviewId" = t."interviewId") AS first
       FROM "Transcript" t WHERE t."studyId" = $1 ORDER BY first NULLS LAST, t."title", t."id" LIMIT ${SHOWN}) t
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS segments, count(DISTINCT "coderId")::int AS coders
       FROM ${seenSegments(scope)} s WHERE s."transcriptId" = t."id" AND s."deletedAt" IS NULL) g
     ORDER BY t.first NULLS LAST, t."title", t."id"`,
    [scope.studyId],
  );
  return rows;
}
