import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { brokenAt, putBack } from "@/lib/domain/codebook";
import { type ChangePart, type CodeRow, CodesAfter, CodesBefore } from "@/lib/schemas/codebook";
import { Change } from "@/lib/schemas/coding";
import type { UndoEvent } from "@/lib/schemas/history";
import { sightIn } from "@/lib/server/blind";
import { mutate, type Tx } from "@/lib/server/history";
import { lockCodings } from "@/lib/server/locks";
import { Stays } from "@/lib/server/stays";
import { codingsNow, partsOf, type TranscriptChange, writeParts } from "./codings";
import { PATIENCE } from "./merge";
import { revise } from "./revise";
import { checkName, checkShortcut, lockedCodes, rowsOf, storeCodes } from "./shared";

/**
 * Takes back a change of the codebook as a new event, which can be taken back in turn: the codes are as they were, and
 * so are the codings that it gave other codes. Throws `conflict` where one of its codes has been changed since in the
 * same respect, or is used, or where the codebook would not hold together. Codings that somebody has changed since stay
 * as they made them, and their segments are counted: with `rest`, or else it throws `Stays`, which names those that the
 * member sees.
 */
export function undoCodebook(scope: StudyScope, { eventId, undoes, rest }: z.output<typeof UndoEvent>) {
  return mutate(
    scope,
    { id: eventId, kind: "code.undo", undoes },
    async (tx) => {
      await lockCodings(tx, scope.codebookStudyId);
      const { before, after } = await eventOf(tx, scope, undoes);
      const touched = before.codes.length + after.codes.length > 0;
      const all = touched ? await lockedCodes(tx, scope) : [];
      const ids = new Set([...before.codes, ...after.codes].map(({ id }) => id));
      const current = all.filter(({ id }) => ids.has(id));
      const codes = restored(current, before.codes, after.codes);

      const former = new Set(current.map(({ id }) => id));
      const fresh = codes.filter(({ id }) => !former.has(id));
      const gone = current.filter(({ id }) => !codes.some((code) => code.id === id)).map(({ id }) => id);
      checkWhole([...all.filter(({ id }) => !ids.has(id)), ...codes], codes);
      await createAgain(tx, scope, fresh);
      const parts = await partsBack(tx, scope, after.parts ?? [], rest);
      await removeUnused(tx, gone);
      await storeCodes(tx, scope, codes);
      const revision = after.revision === null ? null : await revise(tx, scope, "undone", [...ids]);
      return {
        before: { codes: current },
        after: {
          revision,
          codes: await rowsOf(
            tx,
            codes.map(({ id }) => id),
          ),
          about: after.about ?? [...ids],
          parts: parts.written,
          left: parts.left,
        },
      };
    },
    PATIENCE,
  );
}

async function eventOf(tx: Tx, { studyId }: StudyScope, id: string) {
  const event = await tx.historyEvent.findFirst({
    where: { id, studyId, kind: { startsWith: "code." }, transcriptId: null },
    select: { before: true, after: true },
  });
  if (!event) throw new AppError("not_found");
  if (await tx.historyEvent.findFirst({ where: { undoes: id }, select: { id: true } }))
    throw new AppError("conflict", { detail: "undone_already" });
  const before = CodesBefore.safeParse(event.before);
  const after = CodesAfter.safeParse(event.after);
  // Events of an earlier release hold less than taking them back needs.
  if (!before.success || !after.success) throw new AppError("conflict", { detail: "cannot_undo" });
  return { before: before.data, after: after.data };
}

/** The codes as they were, each where it still is as the change left it; what was changed in other respects since stays so. */
function restored(
  current: readonly CodeRow[],
  before: readonly CodeRow[],
  after: readonly CodeRow[],
): CodeRow[] {
  const made = new Map(after.map((code) => [code.id, code]));
  const now = new Map(current.map((code) => [code.id, code]));
  if (after.some(({ id }) => !now.has(id))) throw new AppError("conflict", { detail: "changed_since" });
  return before.map((code) => {
    const was = made.get(code.id);
    const is = now.get(code.id);
    if (!was || !is) return code;
    const fields = (Object.keys(code) as (keyof CodeRow)[]).filter((field) => code[field] !== was[field]);
    // Siblings may have been put in another order since; the order is no more than a wish.
    if (fields.some((field) => field !== "position" && is[field] !== was[field]))
      throw new AppError("conflict", { detail: "changed_since" });
    return { ...is, ...Object.fromEntries(fields.map((field) => [field, code[field]])) };
  });
}

function checkWhole(all: readonly CodeRow[], codes: readonly CodeRow[]): void {
  if (brokenAt(all)) throw new AppError("conflict", { detail: "changed_since" });
  for (const code of codes) {
    if (!code.retired) checkName(all, code);
    checkShortcut(all, code);
  }
}

async function createAgain(tx: Tx, { studyId }: StudyScope, codes: readonly CodeRow[]): Promise<void> {
  // Without its parent and out of use at first: all of it is stored once every code is there.
  await tx.code.createMany({
    data: codes.map(({ id, name, hue, position }) => ({
      ...{ id, studyId, name, hue, position, parentId: null },
      retiredAt: new Date(),
    })),
  });
}

/** Throws `conflict` where something hangs on one of the codes, or was coded with it. */
async function removeUnused(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const within = { in: [...ids] };
  const used = await tx.coding.findFirst({ where: { codeId: within }, select: { id: true } });
  const below = await tx.code.findFirst({
    where: { parentId: within, id: { notIn: [...ids] } },
    select: { id: true },
  });
  const merged = await tx.code.findFirst({ where: { mergedIntoId: within }, select: { id: true } });
  const noted = await tx.memo.findFirst({ where: { codeId: within }, select: { id: true } });
  const shown = await tx.codeExample.findFirst({ where: { codeId: within }, select: { id: true } });
  if (used || below || merged || noted || shown) throw new AppError("conflict", { detail: "code_in_use" });
  await tx.code.deleteMany({ where: { id: within } });
}

async function partsBack(tx: Tx, scope: StudyScope, parts: readonly ChangePart[], rest: boolean) {
  const events = await tx.historyEvent.findMany({
    // In a transcript that was erased since, there is nothing to give another code.
    where: { id: { in: parts.map(({ eventId }) => eventId) }, forgotten: null },
    select: { id: true, before: true, after: true },
  });
  const byId = new Map(events.map((event) => [event.id, event]));
  const sees = await sightIn(scope);
  const back: TranscriptChange[] = [];
  const [left, seen] = [new Set<string>(), new Set<string>()];
  for (const { eventId, studyId, transcriptId } of parts) {
    const event = byId.get(eventId);
    if (!event) continue;
    const after = Change.parse(event.after).codings;
    const { now, isLive } = await codingsNow(
      tx,
      after.map(({ id }) => id),
    );
    const change = putBack({ before: Change.parse(event.before).codings, after }, now, isLive);
    for (const { segmentId, coderId } of change.left) {
      left.add(segmentId);
      if (sees({ coderId, transcriptId })) seen.add(segmentId);
    }
    const places = new Map(change.after.map(({ id }) => [id, { studyId, transcriptId }]));
    back.push(...partsOf(change, places).map((part) => ({ ...part, undoes: eventId })));
  }
  if (seen.size > 0 && !rest) {
    const going = back.flatMap(({ transcriptId, after }) =>
      after.filter(({ coderId }) => sees({ coderId, transcriptId })),
    );
    throw new Stays(new Set(going.map(({ segmentId }) => segmentId)).size, [...seen], null);
  }
  return { written: await writeParts(tx, scope, back), left: left.size };
}
