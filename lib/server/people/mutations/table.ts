import "server-only";
import type { z } from "zod";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { ImportPeople, TableRow } from "@/lib/schemas/people";
import { mutate, type Tx } from "@/lib/server/history";
import { lockRow } from "@/lib/server/lock";
import { canonicalValues, insertAttribute, storeValues, type ValueRow } from "./attributes";
import { insertSector } from "./sectors";

const ROW = { id: true, sectorId: true, number: true, position: true } as const;
/** A table of two thousand people is written in a second or two; a busy database may take longer. */
const PATIENCE = { timeout: 60_000 };

/**
 * Adds and changes interviewees as a table says, with the sectors and attributes that do not exist yet: all or
 * nothing. Throws `conflict` where a number was taken or somebody changed since the person saw the preview.
 */
export function importPeople(
  scope: StudyScope,
  { eventId, attributes, rows }: z.output<typeof ImportPeople>,
) {
  return mutate(
    scope,
    { id: eventId, kind: "interviewee.table" },
    async (tx) => {
      const { studyId } = scope;
      await lockRow(tx, "Study", studyId);
      if (rows.some(({ wanted }) => wanted.name) && !can(scope.role, "names.view"))
        throw new AppError("forbidden");
      for (const attribute of attributes) await insertAttribute(tx, scope, attribute);
      const before = await currentRows(tx, scope, rows);
      const sectorIds = await sectorsOf(tx, scope, rows);
      const sectorOf = ({ wanted }: TableRow) => sectorIds.get(wanted.sector ?? "");

      const added = rows.filter(({ base }) => base === null);
      await tx.interviewee.createMany({
        data: added.map((row) => {
          const sectorId = sectorOf(row);
          if (!sectorId) throw new AppError("invalid", { fields: { sector: "required" } });
          return { id: row.id, studyId, sectorId, number: row.number, position: row.wanted.position ?? "" };
        }),
      });
      for (const row of rows) {
        const data = { sectorId: sectorOf(row), position: row.wanted.position };
        if (row.base !== null && (data.sectorId !== undefined || data.position !== undefined))
          await tx.interviewee.update({ where: { id: row.id }, data });
      }
      await storeNames(tx, rows);
      const values = rows.flatMap(({ id, wanted }): ValueRow[] =>
        Object.entries(wanted.values ?? {}).map(([attributeId, value]) => ({
          attributeId,
          intervieweeId: id,
          value,
        })),
      );
      await storeValues(tx, scope, await canonicalValues(tx, scope, values));
      const after = await tx.interviewee.findMany({
        where: { studyId, id: { in: rows.map(({ id }) => id) } },
        select: { ...ROW, values: { select: { attributeId: true, value: true } } },
        orderBy: { number: "asc" },
      });
      return { before, after: { added: added.length, changed: rows.length - added.length, rows: after } };
    },
    PATIENCE,
  );
}

/** Those who are changed, as they are, after looking that they are as the person saw them, and that new numbers are free. */
async function currentRows(tx: Tx, { studyId }: StudyScope, rows: readonly TableRow[]) {
  const current = await tx.interviewee.findMany({
    where: { studyId, number: { in: rows.map(({ number }) => number) } },
    select: {
      ...ROW,
      sector: { select: { name: true } },
      name: { select: { name: true } },
      values: { select: { attributeId: true, value: true } },
    },
  });
  const byNumber = new Map(current.map((row) => [row.number, row]));
  for (const { id, number, base } of rows) {
    const row = byNumber.get(number);
    const values = Object.fromEntries(
      row?.values.map(({ attributeId, value }) => [attributeId, value]) ?? [],
    );
    const same =
      base === null
        ? row === undefined
        : row?.id === id &&
          (base.sector ?? row.sector.name) === row.sector.name &&
          (base.position ?? row.position) === row.position &&
          (base.name ?? row.name?.name ?? "") === (row.name?.name ?? "") &&
          Object.entries(base.values ?? {}).every(
            ([attribute, value]) => (values[attribute] ?? "") === value,
          );
    if (!same) throw new AppError("conflict", { detail: "people_changed", values: { number } });
  }
  // Names stay out of the history's rows, as they stay out of every other row.
  return current.map(({ name: _, sector: __, ...row }) => row);
}

async function sectorsOf(tx: Tx, scope: StudyScope, rows: readonly TableRow[]): Promise<Map<string, string>> {
  const there = await tx.sector.findMany({
    where: { studyId: scope.studyId },
    select: { id: true, name: true },
  });
  const ids = new Map(there.map(({ id, name }) => [name, id]));
  for (const { sectorId, wanted } of rows)
    if (wanted.sector !== undefined && !ids.has(wanted.sector))
      ids.set(wanted.sector, (await insertSector(tx, scope, sectorId, wanted.sector)).id);
  return ids;
}

async function storeNames(tx: Tx, rows: readonly TableRow[]): Promise<void> {
  const named = rows.filter(({ wanted }) => wanted.name);
  await tx.$executeRaw`
    INSERT INTO "IntervieweeName" ("intervieweeId", "name")
    SELECT * FROM unnest(${named.map(({ id }) => id)}::uuid[], ${named.map(({ wanted }) => wanted.name)}::text[])
    ON CONFLICT ("intervieweeId") DO UPDATE SET "name" = EXCLUDED."name"`;
}
