import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { overlaps } from "@/lib/domain/segment";
import { PassageEvent, type PassageRow, type UndoPassages } from "@/lib/schemas/passages";
import { mutate, type Tx } from "@/lib/server/history";
import { checkQuestions, holdVersion, passagesIn } from "./version";

const KINDS = ["passage.set", "passage.remove", "passage.undo"];

/**
 * Puts passages back as they were before an event, as an event of its own, which can be taken back in
 * turn. Passages that the event did not touch stay as they are. Answers the passages of the version.
 *
 * Throws `not_found` where the transcript has no such event, `stale` where the text was corrected since,
 * `conflict` where somebody has changed the same passages or their places since.
 */
export function undoPassages(
  scope: StudyScope,
  { eventId, transcriptId, versionId, undoes }: z.output<typeof UndoPassages>,
) {
  return mutate(scope, { id: eventId, kind: "passage.undo", transcriptId, undoes }, async (tx) => {
    await holdVersion(tx, scope, transcriptId, versionId);
    const event = await eventOf(tx, scope, transcriptId, undoes);
    if (event.after.versionId !== versionId) throw new AppError("stale");
    const before = await passagesIn(tx, versionId);
    const [was, became, now] = [byId(event.before.passages), byId(event.after.passages), byId(before)];
    const touched = [...new Set([...was.keys(), ...became.keys()])].filter(
      (id) => !same(was.get(id), became.get(id)),
    );
    const back = touched.flatMap((id) => was.get(id) ?? []);
    const others = before.filter(({ id }) => !touched.includes(id));
    const changed = touched.some((id) => !same(now.get(id), became.get(id)));
    if (changed || back.some((passage) => others.some((other) => overlaps(passage, other))))
      throw new AppError("conflict");
    const questions = back.map(({ questionId }) => questionId);
    await checkQuestions(tx, scope, questions);
    await tx.passage.deleteMany({ where: { versionId, id: { in: touched } } });
    await tx.passage.createMany({ data: back.map((passage) => ({ ...passage, versionId })) });
    return {
      before: { passages: before },
      after: { versionId, passages: await passagesIn(tx, versionId) },
    };
  });
}

async function eventOf(
  tx: Tx,
  { studyId }: StudyScope,
  transcriptId: string,
  id: string,
): Promise<z.output<typeof PassageEvent>> {
  const event = await tx.historyEvent.findFirst({
    where: { id, studyId, transcriptId, kind: { in: KINDS }, forgotten: null },
    select: { before: true, after: true },
  });
  if (!event) throw new AppError("not_found");
  return PassageEvent.parse(event);
}

const byId = (passages: readonly PassageRow[]) => new Map(passages.map((passage) => [passage.id, passage]));

function same(a: PassageRow | undefined, b: PassageRow | undefined): boolean {
  if (!a || !b) return a === b;
  return (Object.keys(a) as (keyof PassageRow)[]).every((field) => a[field] === b[field]);
}
