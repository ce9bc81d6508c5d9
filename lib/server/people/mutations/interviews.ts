import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { merge } from "@/lib/domain/merge";
import type { AddInterview, DeleteInterview, EditInterview, InterviewFields } from "@/lib/schemas/people";
import { changedMeanwhile } from "@/lib/server/changed";
import { mutate, type Tx } from "@/lib/server/history";
import { lockRow } from "@/lib/server/lock";

export function addInterview(
  scope: StudyScope,
  { eventId, studyId: _, id, ...fields }: z.output<typeof AddInterview>,
) {
  return mutate(scope, { id: eventId, kind: "interview.add" }, async (tx) => ({
    before: null,
    after: await insertInterview(tx, scope, { id, ...fields }),
  }));
}

/** Adds interviews with one interviewee each, of which nothing more is known; those that are there stay as they are. */
export function addPlannedInterviews(
  scope: StudyScope,
  planned: readonly { id: string; intervieweeId: string }[],
) {
  return mutate(scope, { id: randomUUID(), kind: "interview.add" }, async (tx) => {
    // Two requests that name the same interview would both find it missing.
    await lockRow(tx, "Study", scope.studyId);
    const there = await tx.interview.findMany({
      where: { id: { in: planned.map(({ id }) => id) } },
      select: { id: true },
    });
    const known = new Set(there.map(({ id }) => id));
    const after = planned.flatMap(({ id, intervieweeId }) =>
      known.has(id) ? [] : [{ id, ...NOTHING_MORE, intervieweeIds: [intervieweeId] }],
    );
    await insertInterviews(tx, scope, after);
    return { before: null, after };
  });
}

/** An interview of which no more is known than who was asked. */
export const NOTHING_MORE = { date: null, minutes: null, interviewers: [], mode: "", place: "" };

type NewInterview = InterviewFields & { id: string };

async function insertInterview(tx: Tx, scope: StudyScope, interview: NewInterview): Promise<NewInterview> {
  await insertInterviews(tx, scope, [interview]);
  return interview;
}

/** Inside a transaction that writes its own event: the quick add and the import make interviews on the way. */
export async function insertInterviews(
  tx: Tx,
  scope: StudyScope,
  interviews: readonly NewInterview[],
): Promise<void> {
  const { studyId } = scope;
  await tx.interview.createMany({
    data: interviews.map(({ intervieweeIds: _, date, ...rest }) => ({
      studyId,
      ...rest,
      date: midnight(date),
    })),
  });
  await link(
    tx,
    scope,
    interviews.flatMap(({ id, intervieweeIds }) =>
      intervieweeIds.map((intervieweeId) => ({ interviewId: id, intervieweeId })),
    ),
  );
}

/** Throws `conflict` with the fields that somebody else changed since. */
export function editInterview(
  scope: StudyScope,
  { eventId, interviewId, base, wanted }: z.output<typeof EditInterview>,
) {
  return mutate(scope, { id: eventId, kind: "interview.edit" }, async (tx) => {
    await lockRow(tx, "Interview", interviewId);
    const before = await interviewOf(tx, scope, interviewId);
    const current = flat(before);
    const merged = merge(flat(base), flat(wanted), current);
    if (!merged.ok) throw changedMeanwhile(merged.fields, current);
    const { intervieweeIds, date, interviewers, ...rest } = merged.value;
    const data = { ...rest, date: midnight(date), interviewers: lines(interviewers) };
    await tx.interview.update({ where: { id: interviewId }, data });
    await tx.interviewInterviewee.deleteMany({ where: { interviewId } });
    const ids = lines(intervieweeIds);
    await link(
      tx,
      scope,
      ids.map((intervieweeId) => ({ interviewId, intervieweeId })),
    );
    return { before, after: await interviewOf(tx, scope, interviewId) };
  });
}

/** Throws `conflict` while the interview has transcripts. */
export function deleteInterview(
  scope: StudyScope,
  { eventId, interviewId }: z.output<typeof DeleteInterview>,
) {
  return mutate(scope, { id: eventId, kind: "interview.delete" }, async (tx) => {
    const before = await interviewOf(tx, scope, interviewId);
    const count = await tx.transcript.count({ where: { interviewId } });
    if (count > 0) throw new AppError("conflict", { detail: "interview_in_use", values: { count } });
    await tx.interview.delete({ where: { id: interviewId } });
    return { before, after: null };
  });
}

async function link(
  tx: Tx,
  { studyId }: StudyScope,
  links: readonly { interviewId: string; intervieweeId: string }[],
): Promise<void> {
  const ids = [...new Set(links.map(({ intervieweeId }) => intervieweeId))];
  const known = await tx.interviewee.count({ where: { id: { in: ids }, studyId } });
  if (known !== ids.length) throw new AppError("not_found", { fields: { intervieweeIds: "wrong" } });
  await tx.interviewInterviewee.createMany({
    data: links.map((each) => ({ ...each, studyId })),
    // Somebody who was named twice was there once.
    skipDuplicates: true,
  });
}

/** The interviews with one person and nobody else, which go with them, as the history keeps them. */
export async function interviewsOfOne(tx: Tx, { studyId }: StudyScope, intervieweeId: string) {
  const rows = await tx.interview.findMany({
    where: { studyId, interviewees: { every: { intervieweeId }, some: {} }, transcripts: { none: {} } },
    select: { id: true, date: true, minutes: true, interviewers: true, mode: true, place: true },
  });
  return rows.map(({ date, ...row }) => ({
    ...row,
    date: date?.toISOString().slice(0, 10) ?? null,
    intervieweeIds: [intervieweeId],
  }));
}

async function interviewOf(tx: Tx, scope: StudyScope, id: string) {
  const row = await tx.interview.findFirst({
    where: { id, studyId: scope.studyId },
    include: { interviewees: true },
  });
  if (!row) throw new AppError("not_found");
  const { date, minutes, interviewers, mode, place, interviewees } = row;
  const intervieweeIds = interviewees.map((one) => one.intervieweeId);
  return {
    id,
    date: date?.toISOString().slice(0, 10) ?? null,
    minutes,
    interviewers,
    mode,
    place,
    intervieweeIds,
  };
}

/** The day as PostgreSQL's date, in which a time zone plays no part. */
function midnight(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

/** With the lists as one text each, so that fields compare as values. */
function flat({ date, minutes, mode, place, interviewers, intervieweeIds }: InterviewFields) {
  const ids = [...intervieweeIds].sort().join("\n");
  return { date, minutes, mode, place, interviewers: interviewers.join("\n"), intervieweeIds: ids };
}

function lines(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}
