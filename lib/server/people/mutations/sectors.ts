import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { AddSector, DeleteSector, RenameSector, ReorderSectors } from "@/lib/schemas/people";
import { changedMeanwhile } from "@/lib/server/changed";
import { mutate, type Tx } from "@/lib/server/history";
import { lockRow } from "@/lib/server/lock";
import { inOrder, sameSet } from "@/lib/server/order";

const ROW = { id: true, name: true, position: true } as const;

/** Adds a sector after those that are there. Throws `conflict` where the study has one of that name. */
export function addSector(scope: StudyScope, input: z.output<typeof AddSector>) {
  return mutate(scope, { id: input.eventId, kind: "sector.add" }, async (tx) => {
    const after = await insertSector(tx, scope, input.id, input.name);
    return { before: null, after };
  });
}

/** Inside a transaction that writes its own event: the quick add makes sectors on the way. */
export async function insertSector(tx: Tx, scope: StudyScope, id: string, name: string) {
  const { studyId } = scope;
  if (await tx.sector.findFirst({ where: { studyId, name } }))
    throw new AppError("conflict", { fields: { name: "taken" } });
  const last = await tx.sector.aggregate({ where: { studyId }, _max: { position: true } });
  return tx.sector.create({
    data: { id, studyId, name, position: (last._max.position ?? -1) + 1 },
    select: ROW,
  });
}

/** Throws `conflict` where the name is another sector's, or was changed since `base` was read. */
export function renameSector(
  scope: StudyScope,
  { eventId, sectorId, base, name }: z.output<typeof RenameSector>,
) {
  return mutate(scope, { id: eventId, kind: "sector.rename" }, async (tx) => {
    await lockRow(tx, "Sector", sectorId);
    const before = await sectorOf(tx, scope, sectorId);
    if (before.name !== base && before.name !== name) {
      throw changedMeanwhile(["name"], before);
    }
    const twin = await tx.sector.findFirst({
      where: { studyId: scope.studyId, name, id: { not: sectorId } },
    });
    if (twin) throw new AppError("conflict", { fields: { name: "taken" } });
    return {
      before,
      after: await tx.sector.update({ where: { id: sectorId }, data: { name }, select: ROW }),
    };
  });
}

/** Throws `stale` where a sector was added or deleted since the person saw the list. */
export function reorderSectors(scope: StudyScope, { eventId, ids }: z.output<typeof ReorderSectors>) {
  return mutate(scope, { id: eventId, kind: "sector.reorder" }, async (tx) => {
    const { studyId } = scope;
    const before = await tx.sector.findMany({ where: { studyId }, select: ROW, orderBy: inOrder });
    if (!sameSet(before, ids)) throw new AppError("stale");
    for (const [position, id] of ids.entries())
      await tx.sector.update({ where: { id, studyId }, data: { position } });
    return { before, after: await tx.sector.findMany({ where: { studyId }, select: ROW, orderBy: inOrder }) };
  });
}

/** Throws `conflict` while interviewees belong to the sector. */
export function deleteSector(scope: StudyScope, { eventId, sectorId }: z.output<typeof DeleteSector>) {
  return mutate(scope, { id: eventId, kind: "sector.delete" }, async (tx) => {
    const before = await sectorOf(tx, scope, sectorId);
    const count = await tx.interviewee.count({ where: { sectorId } });
    if (count > 0) throw new AppError("conflict", { detail: "sector_in_use", values: { count } });
    await tx.sector.delete({ where: { id: sectorId } });
    return { before, after: null };
  });
}

async function sectorOf(tx: Tx, scope: StudyScope, id: string) {
  const row = await tx.sector.findFirst({ where: { id, studyId: scope.studyId }, select: ROW });
  if (!row) throw new AppError("not_found");
  return row;
}
