import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { type Fields, isRecord } from "@/lib/domain/history";
import type { Permission } from "@/lib/domain/permission";
import type { Tx } from "@/lib/server/history";
import { storeValues } from "@/lib/server/people/mutations/attributes";
import type { AttributeKind } from "@/prisma/generated/enums";
import { idsOf, rowOf, type Store } from "./stores";

export const sectors: Store = {
  async read(tx, { studyId }, changes) {
    const rows = await tx.sector.findMany({ where: { studyId, id: idsOf(changes) } });
    return new Map(rows.map(({ id, name, position }) => [id, { name, position }]));
  },
  async write(tx, { studyId }, id, fields) {
    if (fields === null) {
      const count = await tx.interviewee.count({ where: { sectorId: id } });
      if (count > 0) throw new AppError("conflict", { detail: "sector_in_use", values: { count } });
      await tx.sector.delete({ where: { id, studyId } });
      return;
    }
    const data = rowOf<{ name: string; position: number }>("sector", fields);
    await tx.sector.upsert({ where: { id, studyId }, create: { id, studyId, ...data }, update: data });
  },
};

export const attributes: Store = {
  async read(tx, { studyId }, changes) {
    const rows = await tx.attribute.findMany({
      where: { studyId, id: idsOf(changes) },
      select: {
        id: true,
        name: true,
        kind: true,
        choices: true,
        values: { select: { intervieweeId: true, value: true }, orderBy: { intervieweeId: "asc" } },
      },
    });
    return new Map(rows.map(({ id, ...fields }) => [id, fields]));
  },
  async write(tx, scope, id, fields) {
    const { studyId } = scope;
    if (fields === null) {
      await tx.attribute.delete({ where: { id, studyId } });
      return;
    }
    const { name, kind, choices } = fields as { name: string; kind: AttributeKind; choices: string[] };
    const data = { name, kind, choices: [...choices] };
    const last = await tx.attribute.aggregate({ where: { studyId }, _max: { position: true } });
    const position = (last._max.position ?? -1) + 1;
    await tx.attribute.upsert({
      where: { id, studyId },
      create: { id, studyId, position, ...data },
      update: data,
    });
    const given = Array.isArray(fields.values) ? fields.values.filter(isRecord) : [];
    const people = await tx.interviewee.findMany({ where: { studyId }, select: { id: true } });
    const known = new Set(people.map((person) => person.id));
    const rows = given.map((row) => ({
      attributeId: id,
      intervieweeId: String(row.intervieweeId),
      value: String(row.value),
    }));
    await storeValues(
      tx,
      scope,
      rows.filter(({ intervieweeId }) => known.has(intervieweeId)),
    );
  },
};

export const interviewees: Store = {
  async read(tx, { studyId }, changes) {
    const rows = await tx.interviewee.findMany({
      where: { studyId, id: idsOf(changes) },
      select: {
        id: true,
        sectorId: true,
        number: true,
        position: true,
        permission: true,
        values: { select: { attributeId: true, value: true } },
      },
    });
    return new Map(
      rows.map(({ id, values, ...fields }) => [
        id,
        { ...fields, known: Object.fromEntries(values.map((row) => [row.attributeId, row.value])) },
      ]),
    );
  },
  async write(tx, scope, id, fields) {
    const { studyId } = scope;
    if (fields === null) {
      await refuseWhileSpoken(tx, id);
      await tx.interviewee.delete({ where: { id, studyId } });
      await tx.interview.deleteMany({
        where: { studyId, interviewees: { none: {} }, transcripts: { none: {} } },
      });
      return;
    }
    const { known, ...data } = rowOf<Person>("interviewee", fields);
    const sector = await tx.sector.findFirst({ where: { id: data.sectorId, studyId } });
    if (!sector) throw new AppError("conflict", { detail: "history_gone" });
    await tx.interviewee.upsert({ where: { id, studyId }, create: { id, studyId, ...data }, update: data });
    if (known) await writeValues(tx, scope, id, known);
  },
};

interface Person {
  sectorId: string;
  number: number;
  position: string;
  permission: Permission;
  known?: Fields;
}

async function refuseWhileSpoken(tx: Tx, intervieweeId: string): Promise<void> {
  const count = await tx.transcript.count({
    where: {
      OR: [
        { speakers: { some: { intervieweeId } } },
        { interview: { interviewees: { some: { intervieweeId } } } },
      ],
    },
  });
  if (count > 0) throw new AppError("conflict", { detail: "interviewee_in_use", values: { count } });
}

/** Values of attributes that are there no more stay away. */
async function writeValues(tx: Tx, scope: StudyScope, intervieweeId: string, known: Fields): Promise<void> {
  const there = await tx.attribute.findMany({ where: { studyId: scope.studyId }, select: { id: true } });
  const rows = there.flatMap(({ id: attributeId }) =>
    known[attributeId] === undefined
      ? []
      : [{ attributeId, intervieweeId, value: String(known[attributeId]) }],
  );
  await storeValues(tx, scope, rows);
}

export const values: Store = {
  async read(tx, { studyId }, changes) {
    const people = await tx.interviewee.findMany({
      where: { studyId, id: idsOf(changes) },
      select: { id: true, values: { select: { attributeId: true, value: true } } },
    });
    const asked = changes.flatMap(({ before, after }) => Object.keys({ ...before, ...after }));
    const blank = Object.fromEntries(asked.map((id) => [id, ""]));
    return new Map(
      people.map((person) => [
        person.id,
        { ...blank, ...Object.fromEntries(person.values.map((row) => [row.attributeId, row.value])) },
      ]),
    );
  },
  async write(tx, scope, id, fields) {
    if (fields === null) throw new AppError("conflict");
    await writeValues(tx, scope, id, fields);
  },
};

export const interviews: Store = {
  async read(tx, { studyId }, changes) {
    const rows = await tx.interview.findMany({
      where: { studyId, id: idsOf(changes) },
      include: { interviewees: true },
    });
    return new Map(
      rows.map(({ id, date, minutes, interviewers, mode, place, interviewees: people }) => [
        id,
        {
          date: date?.toISOString().slice(0, 10) ?? null,
          minutes,
          interviewers,
          mode,
          place,
          intervieweeIds: people.map(({ intervieweeId }) => intervieweeId).toSorted(),
        },
      ]),
    );
  },
  async write(tx, { studyId }, id, fields) {
    if (fields === null) {
      const count = await tx.transcript.count({ where: { interviewId: id } });
      if (count > 0) throw new AppError("conflict", { detail: "interview_in_use", values: { count } });
      await tx.interview.delete({ where: { id, studyId } });
      return;
    }
    const { date, intervieweeIds, interviewers, ...rest } = rowOf<Interview>("interview", fields);
    const data = {
      ...rest,
      interviewers: [...interviewers],
      date: date === null ? null : new Date(`${date}T00:00:00Z`),
    };
    await tx.interview.upsert({ where: { id, studyId }, create: { id, studyId, ...data }, update: data });
    const people = await tx.interviewee.findMany({
      where: { studyId, id: { in: [...intervieweeIds] } },
      select: { id: true },
    });
    await tx.interviewInterviewee.deleteMany({ where: { interviewId: id } });
    await tx.interviewInterviewee.createMany({
      data: people.map((person) => ({ interviewId: id, intervieweeId: person.id, studyId })),
    });
  },
};

interface Interview {
  date: string | null;
  minutes: number | null;
  interviewers: readonly string[];
  mode: string;
  place: string;
  intervieweeIds: readonly string[];
}
