import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { Codebook, RevisionRow } from "@/lib/schemas/codebook";
import { pool, prisma } from "@/lib/server/db";
import { inOrder } from "@/lib/server/order";

/** What is read of a code. */
export const ROW = {
  id: true,
  parentId: true,
  name: true,
  hue: true,
  definition: true,
  whenToUse: true,
  whenNotToUse: true,
  example: true,
  counterExample: true,
  shortcut: true,
  position: true,
  retiredAt: true,
} as const;

/** A code as JSON keeps it. */
export function plain<Row extends { retiredAt: Date | null }>({ retiredAt, ...row }: Row) {
  return { ...row, retired: retiredAt !== null };
}

/** The codes of the codebook that the study uses, retired ones too. */
export async function listCodes({ codebookStudyId: studyId }: StudyScope) {
  const rows = await prisma().code.findMany({ where: { studyId }, select: ROW, orderBy: inOrder });
  return rows.map(plain);
}

type Used = NonNullable<Codebook["used"]>;

// A segment counts for the interviewees in whose turns it lies.
const USED = `
SELECT c."codeId" AS id, count(DISTINCT c."id")::int AS codings, count(DISTINCT sp."intervieweeId")::int AS interviewees
FROM "Coding" c
JOIN "Segment" s ON s."id" = c."segmentId" AND s."deletedAt" IS NULL
LEFT JOIN "Turn" t ON t."versionId" = s."versionId" AND t."start" < s."end" AND t."end" > s."start"
LEFT JOIN "Speaker" sp ON sp."id" = t."speakerId" AND sp."role" = 'interviewee'
WHERE c."studyId" = $1 AND c."deletedAt" IS NULL
GROUP BY c."codeId"`;

/** By code: its codings in this study, and from how many interviewees. Codes without codings are left out. */
export async function countUsed({ studyId }: StudyScope): Promise<Used> {
  const { rows } = await pool().query<Used[string] & { id: string }>(USED, [studyId]);
  return Object.fromEntries(rows.map(({ id, codings, interviewees }) => [id, { codings, interviewees }]));
}

/** The codebook's revisions, the newest first, without what the codebook then was. */
export async function listRevisions({ codebookStudyId }: StudyScope): Promise<RevisionRow[]> {
  const { rows } = await pool().query<RevisionRow>(
    `SELECT r."number", r."reason", u."name" AS by, r."createdAt" AS at, r."snapshot"->'changed' AS changed
     FROM "CodebookRevision" r JOIN "User" u ON u."id" = r."createdById"
     WHERE r."studyId" = $1 ORDER BY r."number" DESC`,
    [codebookStudyId],
  );
  return rows;
}
