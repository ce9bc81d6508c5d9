import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { AddExample, RemoveExample } from "@/lib/schemas/codebook";
import { mutate } from "@/lib/server/history";

const ROW = {
  id: true,
  segmentId: true,
  codeId: true,
  counter: true,
} as const;

/**
 * Makes a segment of the study an example of a code, or of what it is not. One segment is one of the two for a code:
 * saying the other changes it. The words stay the segment's own.
 */
export function addExample(
  scope: StudyScope,
  { eventId, id, segmentId, codeId, counter }: z.output<typeof AddExample>,
) {
  return mutate(scope, { id: eventId, kind: "example.add" }, async (tx) => {
    const { studyId, codebookStudyId, userId } = scope;
    const segment = await tx.segment.findFirst({
      where: { id: segmentId, studyId, deletedAt: null },
      select: { coderId: true },
    });
    const code = await tx.code.findFirst({
      where: { id: codeId, studyId: codebookStudyId },
      select: { id: true },
    });
    if (!segment || !code) throw new AppError("not_found");
    const key = { codeId_segmentId: { codeId, segmentId } };
    const before = await tx.codeExample.findUnique({ where: key, select: ROW });
    const after = await tx.codeExample.upsert({
      where: key,
      create: {
        id,
        studyId,
        segmentId,
        coderId: segment.coderId,
        codeId,
        codebookStudyId,
        counter,
        createdById: userId,
      },
      update: { counter },
      select: ROW,
    });
    return { before, after };
  });
}

export function removeExample(scope: StudyScope, { eventId, exampleId }: z.output<typeof RemoveExample>) {
  return mutate(scope, { id: eventId, kind: "example.remove" }, async (tx) => {
    const before = await tx.codeExample.delete({
      where: { id: exampleId, studyId: scope.studyId },
      select: ROW,
    });
    return { before, after: null };
  });
}
