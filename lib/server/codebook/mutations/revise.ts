import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { Snapshot } from "@/lib/schemas/codebook";
import type { Tx } from "@/lib/server/history";
import { inOrder } from "@/lib/server/order";

/**
 * Raises the codebook's revision and keeps the codebook as it now is, with the reason. Call it after
 * the change, in its transaction. Codings made from now on carry the new number; those that `review` names
 * mean something else from now on, so that what was coded with them before is to be looked at again.
 */
export async function revise(
  tx: Tx,
  { studyId, userId }: StudyScope,
  reason: string,
  changed: string[],
  review: string[] = [],
): Promise<number> {
  const { revision } = await tx.study.update({
    where: { id: studyId },
    data: { revision: { increment: 1 } },
    select: { revision: true },
  });
  if (review.length > 0)
    await tx.code.updateMany({ where: { studyId, id: { in: review } }, data: { meaningSince: revision } });
  const rows = await tx.code.findMany({ where: { studyId }, orderBy: inOrder });
  const codes = rows.map(({ id, parentId, name, hue, retiredAt, mergedIntoId, ...texts }) => {
    const { definition, whenToUse, whenNotToUse, example, counterExample } = texts;
    return {
      ...{ id, parentId, name, hue, mergedIntoId },
      ...{ definition, whenToUse, whenNotToUse, example, counterExample },
      retired: retiredAt !== null,
    };
  });
  const snapshot: Snapshot = { changed, codes };
  await tx.codebookRevision.create({
    data: { studyId, number: revision, reason, snapshot, createdById: userId },
  });
  return revision;
}
