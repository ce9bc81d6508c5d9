import "server-only";
import type { z } from "zod";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { merge } from "@/lib/domain/merge";
import type {
  AddInterviewee,
  AddPeople,
  DeleteInterviewee,
  EditInterviewee,
  IntervieweeFields,
} from "@/lib/schemas/people";
import { changedMeanwhile } from "@/lib/server/changed";
import { mutate, type Tx } from "@/lib/server/history";
import { lockRow } from "@/lib/server/lock";
import { insertInterviews, interviewsOfOne, NOTHING_MORE } from "./interviews";
import { insertSector } from "./sectors";

const ROW = { id: true, sectorId: true, number: true, position: true, permission: true } as const;
/** A list of a thousand people is written in a second; a busy database may take longer. */
const PATIENCE = { timeout: 60_000 };

/** Throws `conflict` where the number is taken. */
export function addInterviewee(
  scope: StudyScope,
  { eventId, studyId: _, id, ...fields }: z.output<typeof AddInterviewee>,
) {
  return mutate(scope, { id: eventId, kind: "interviewee.add" }, async (tx) => ({
    before: null,
    after: await insert(tx, scope, id, fields),
  }));
}

/**
 * Adds many at once, with the sectors that do not exist yet, and with an interview for each row that
 * tells of one. All or none. Throws `conflict` on the first number that is taken.
 */
export function addPeople(scope: StudyScope, { eventId, rows }: z.output<typeof AddPeople>) {
  const add = async (tx: Tx) => {
    const sectors = await tx.sector.findMany({
      where: { studyId: scope.studyId },
      select: { id: true, name: true },
    });
    const byName = new Map(sectors.map((sector) => [sector.name, sector.id]));
    for (const { sectorId, sector } of rows)
      if (!byName.has(sector)) byName.set(sector, (await insertSector(tx, scope, sectorId, sector)).id);
    const taken = await tx.interviewee.findFirst({
      where: { studyId: scope.studyId, number: { in: rows.map(({ number }) => number) } },
      orderBy: { number: "asc" },
    });
    if (taken) throw numberTaken(taken.number);
    const after = rows.map(({ id, number, sectorId, sector, position }) => ({
      id,
      sectorId: byName.get(sector) ?? sectorId,
      number,
      position,
      permission: "number" as const,
    }));
    await tx.interviewee.createMany({ data: after.map((row) => ({ studyId: scope.studyId, ...row })) });
    const interviews = rows.flatMap(({ id, interview }) =>
      interview ? [{ ...NOTHING_MORE, ...interview, intervieweeIds: [id] }] : [],
    );
    await insertInterviews(tx, scope, interviews);
    // They go with their people where it is taken back, and come with them where it is done again.
    const ofOne = (personId: string) =>
      interviews.filter(({ intervieweeIds }) => intervieweeIds.includes(personId));
    return { before: null, after: after.map((row) => ({ ...row, interviews: ofOne(row.id) })) };
  };
  return mutate(scope, { id: eventId, kind: "interviewee.add" }, add, PATIENCE);
}

/** Throws `conflict` with the fields that somebody else changed since, or where the number is taken. */
export function editInterviewee(
  scope: StudyScope,
  { eventId, intervieweeId, base, wanted }: z.output<typeof EditInterviewee>,
) {
  return mutate(scope, { id: eventId, kind: "interviewee.edit" }, async (tx) => {
    await lockRow(tx, "Interviewee", intervieweeId);
    const { name: named, ...before } = await intervieweeOf(tx, scope, intervieweeId);
    const { id: _, ...current } = { ...before, name: named?.name ?? "" };
    const merged = merge<IntervieweeFields>(base, wanted, current);
    if (!merged.ok) throw changedMeanwhile(merged.fields, current);
    const { name, ...data } = merged.value;
    await check(tx, scope, intervieweeId, merged.value);
    await keepName(tx, scope, intervieweeId, named?.name ?? "", name);
    const after = await tx.interviewee.update({ where: { id: intervieweeId }, data, select: ROW });
    return { before, after };
  });
}

/** Throws `conflict` while a transcript has the interviewee as a speaker. Interviews left without anybody and without a transcript go too. */
export function deleteInterviewee(
  scope: StudyScope,
  { eventId, intervieweeId }: z.output<typeof DeleteInterviewee>,
) {
  return mutate(scope, { id: eventId, kind: "interviewee.delete" }, async (tx) => {
    const { name: _, ...person } = await intervieweeOf(tx, scope, intervieweeId);
    const spoken = await tx.transcript.count({
      where: {
        OR: [
          { speakers: { some: { intervieweeId } } },
          { interview: { interviewees: { some: { intervieweeId } } } },
        ],
      },
    });
    if (spoken > 0)
      throw new AppError("conflict", { detail: "interviewee_in_use", values: { count: spoken } });
    const values = await tx.attributeValue.findMany({ where: { intervieweeId } });
    const interviews = await interviewsOfOne(tx, scope, intervieweeId);
    await tx.interviewee.delete({ where: { id: intervieweeId } });
    await tx.interview.deleteMany({
      where: { studyId: scope.studyId, interviewees: { none: {} }, transcripts: { none: {} } },
    });
    const known = Object.fromEntries(values.map(({ attributeId, value }) => [attributeId, value]));
    return { before: { ...person, known, interviews }, after: null };
  });
}

async function insert(tx: Tx, scope: StudyScope, id: string, fields: IntervieweeFields) {
  await check(tx, scope, id, fields);
  const { name, ...data } = fields;
  const row = await tx.interviewee.create({ data: { id, studyId: scope.studyId, ...data }, select: ROW });
  await keepName(tx, scope, id, "", name);
  return row;
}

async function check(
  tx: Tx,
  { studyId }: StudyScope,
  id: string,
  { number, sectorId }: IntervieweeFields,
): Promise<void> {
  const twin = await tx.interviewee.findFirst({ where: { studyId, number, id: { not: id } } });
  if (twin) throw numberTaken(number);
  if (!(await tx.sector.findFirst({ where: { id: sectorId, studyId } })))
    throw new AppError("not_found", { fields: { sectorId: "wrong" } });
}

function numberTaken(number: number): AppError {
  return new AppError("conflict", { fields: { number: "taken" }, values: { number } });
}

/** Names stay out of the history's rows, as they stay out of every other row. */
async function keepName(
  tx: Tx,
  scope: StudyScope,
  intervieweeId: string,
  before: string,
  name: string,
): Promise<void> {
  if (name === before) return;
  if (!can(scope.role, "names.view")) throw new AppError("forbidden");
  if (name === "") await tx.intervieweeName.deleteMany({ where: { intervieweeId } });
  else
    await tx.intervieweeName.upsert({
      where: { intervieweeId },
      create: { intervieweeId, name },
      update: { name },
    });
}

async function intervieweeOf(tx: Tx, scope: StudyScope, id: string) {
  const where = { id, studyId: scope.studyId };
  const row = await tx.interviewee.findFirst({ where, select: { ...ROW, name: { select: { name: true } } } });
  if (!row) throw new AppError("not_found");
  return row;
}
