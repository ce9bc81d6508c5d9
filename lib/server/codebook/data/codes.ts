import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { SnapshotCode } from "@/lib/schemas/codebook";
import { Snapshot } from "@/lib/schemas/codebook";
import type { CurrentCodes, RevisionRow } from "@/lib/schemas/codebook-views";
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
  mergedIntoId: true,
  meaningSince: true,
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

/** The same with the number of the codebook's revision. */
export async function currentCodes(scope: StudyScope): Promise<CurrentCodes> {
  const [codes, { revision }] = await Promise.all([
    listCodes(scope),
    prisma().study.findUniqueOrThrow({ where: { id: scope.codebookStudyId }, select: { revision: true } }),
  ]);
  return { revision, codes };
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

/** The codebook as it was after a revision; without codes before the first one. */
export async function codesAt({ codebookStudyId }: StudyScope, number: number): Promise<SnapshotCode[]> {
  const row = await prisma().codebookRevision.findFirst({
    where: { studyId: codebookStudyId, number: { lte: number } },
    orderBy: { number: "desc" },
    select: { snapshot: true },
  });
  return row ? Snapshot.parse(row.snapshot).codes : [];
}

/** How many other studies use the codebook of this study. */
export async function borrowersOf({ studyId }: StudyScope): Promise<number> {
  return prisma().study.count({ where: { codebookStudyId: studyId, id: { not: studyId } } });
}
