import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { EditRound, MakeRound } from "@/lib/schemas/rounds";
import { changedMeanwhile } from "@/lib/server/changed";
import { mutate } from "@/lib/server/history";
import { lockedRound, plain, ROW } from "./shared";

/** Makes a draft, with nobody in it. */
export function makeRound(
  scope: StudyScope,
  { eventId, studyId, dueOn, ...fields }: z.output<typeof MakeRound>,
) {
  return mutate(scope, { id: eventId, kind: "round.add" }, async (tx) => {
    const data = { ...fields, studyId, dueOn: dayOf(dueOn) };
    return { before: null, after: plain(await tx.round.create({ data, select: ROW })) };
  });
}

/** Throws `conflict` where a field that changes was changed since, or where it is another kind of one that was opened. */
export function editRound(scope: StudyScope, { eventId, roundId, base, wanted }: z.output<typeof EditRound>) {
  return mutate(scope, { id: eventId, kind: "round.edit" }, async (tx) => {
    const before = await lockedRound(tx, scope, roundId);
    const given = FIELDS.filter((field) => wanted[field] !== base[field]);
    const changed = given.filter((field) => before[field] !== base[field] && before[field] !== wanted[field]);
    if (changed.length > 0) throw changedMeanwhile(changed, before);
    if (before.opened && given.includes("kind") && wanted.kind !== before.kind)
      throw new AppError("conflict", { detail: "round_opened" });
    const { dueOn, ...fields } = Object.fromEntries(given.map((field) => [field, wanted[field]])) as Partial<
      typeof wanted
    >;
    const data = { ...fields, ...(dueOn !== undefined && { dueOn: dayOf(dueOn) }) };
    return { before, after: plain(await tx.round.update({ where: { id: roundId }, data, select: ROW })) };
  });
}

const FIELDS = ["title", "kind", "instructions", "dueOn"] as const;

function dayOf(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
