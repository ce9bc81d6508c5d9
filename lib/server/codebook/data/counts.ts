import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { sumUsage } from "@/lib/domain/codebook";
import type { CodeCounts } from "@/lib/schemas/codebook-views";
import { pool, prisma } from "@/lib/server/db";
import { usageIn } from "./usage";

/** How much each code is used in this study, by everybody and by the person; codes that are not are left out. */
export async function countCodes(scope: StudyScope): Promise<CodeCounts> {
  const [usage, codes] = await Promise.all([
    usageIn(scope),
    prisma().code.findMany({
      where: { studyId: scope.codebookStudyId },
      select: { id: true, parentId: true, meaningSince: true },
    }),
  ]);
  return sumUsage(usage, codes, scope.userId);
}

/** Changes whenever a count might: with every event of the study, and of the one whose codebook it uses. */
export async function countsTag({ studyId, codebookStudyId, userId }: StudyScope): Promise<string> {
  const { rows } = await pool().query<{ tag: string }>({
    name: "codebook-counts-tag",
    text: `SELECT s."seq" || ':' || h."seq" AS tag FROM "Study" s, "Study" h WHERE s."id" = $1 AND h."id" = $2`,
    values: [studyId, codebookStudyId],
  });
  return `${rows[0]?.tag ?? "none"}:${userId}`;
}
