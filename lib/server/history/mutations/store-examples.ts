import "server-only";
import { AppError } from "@/lib/access/errors";
import { sightIn } from "@/lib/server/blind";
import { idsOf, rowOf, type Store } from "./stores";

interface ExampleFields {
  segmentId: string;
  codeId: string;
  counter: boolean;
}

/** What shows a code: a segment that is there, of a code that is there. */
export const examples: Store = {
  async read(tx, { studyId }, changes) {
    const rows = await tx.codeExample.findMany({
      where: { studyId, id: idsOf(changes) },
      select: { id: true, segmentId: true, codeId: true, counter: true },
    });
    return new Map(rows.map(({ id, ...fields }) => [id, fields]));
  },
  async write(tx, scope, id, fields) {
    const { studyId, codebookStudyId, userId } = scope;
    if (fields === null) {
      await tx.codeExample.delete({ where: { id, studyId } });
      return;
    }
    const { segmentId, codeId, counter } = rowOf<ExampleFields>("example", fields);
    const segment = await tx.segment.findFirst({
      where: { id: segmentId, studyId, deletedAt: null },
      select: { coderId: true, transcriptId: true },
    });
    const sees = await sightIn(scope);
    const code = await tx.code.findFirst({ where: { id: codeId, studyId: codebookStudyId } });
    if (!segment || !code || !sees(segment)) throw new AppError("conflict", { detail: "history_gone" });
    const of = { segmentId, coderId: segment.coderId, codeId, codebookStudyId };
    await tx.codeExample.upsert({
      where: { id, studyId },
      create: { id, studyId, ...of, counter, createdById: userId },
      update: { counter },
    });
  },
};
