import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { canonicalValue } from "@/lib/domain/people";
import {
  type AddAttribute,
  ATTRIBUTES_LIMIT,
  type DeleteAttribute,
  type EditAttribute,
  type SetValues,
} from "@/lib/schemas/people";
import { changedMeanwhile } from "@/lib/server/changed";
import { mutate, type Tx } from "@/lib/server/history";
import { lockRow } from "@/lib/server/lock";

const ROW = { id: true, name: true, kind: true, choices: true } as const;

/** Throws `conflict` where the study has one of that name, or as many as it may. */
export function addAttribute(
  scope: StudyScope,
  { eventId, studyId: _, ...attribute }: z.output<typeof AddAttribute>,
) {
  return mutate(scope, { id: eventId, kind: "attribute.add" }, async (tx) => ({
    before: null,
    after: await insertAttribute(tx, scope, attribute),
  }));
}

type NewAttribute = Omit<z.output<typeof AddAttribute>, "eventId" | "studyId">;

/** Inside a transaction that writes its own event: a table makes attributes on the way. */
export async function insertAttribute(
  tx: Tx,
  { studyId }: StudyScope,
  { id, name, kind, choices }: NewAttribute,
) {
  await lockRow(tx, "Study", studyId);
  await checkName(tx, studyId, id, name);
  if (kind === "choice" && choices.length === 0)
    throw new AppError("invalid", { fields: { choices: "required" } });
  const there = await tx.attribute.aggregate({ where: { studyId }, _max: { position: true }, _count: true });
  if (there._count >= ATTRIBUTES_LIMIT)
    throw new AppError("conflict", { detail: "too_many_attributes", values: { count: ATTRIBUTES_LIMIT } });
  const position = (there._max.position ?? -1) + 1;
  const data = { id, studyId, name, kind, choices: kind === "choice" ? choices : [], position };
  return tx.attribute.create({ data, select: ROW });
}

/** Throws `conflict` where the name is another's, where a choice that goes is somebody's, or where both were changed since. */
export function editAttribute(
  scope: StudyScope,
  { eventId, attributeId, base, wanted }: z.output<typeof EditAttribute>,
) {
  return mutate(scope, { id: eventId, kind: "attribute.edit" }, async (tx) => {
    await lockRow(tx, "Attribute", attributeId);
    const before = await attributeOf(tx, scope, attributeId);
    const changed = (["name", "choices"] as const).filter(
      (field) =>
        String(before[field]) !== String(base[field]) && String(before[field]) !== String(wanted[field]),
    );
    if (changed.length > 0) throw changedMeanwhile(changed, before);
    await checkName(tx, scope.studyId, attributeId, wanted.name);
    if (before.kind === "choice") {
      if (wanted.choices.length === 0) throw new AppError("invalid", { fields: { choices: "required" } });
      const count = await tx.attributeValue.count({
        where: { attributeId, value: { notIn: wanted.choices } },
      });
      if (count > 0) throw new AppError("conflict", { detail: "choice_in_use", values: { count } });
    }
    const choices = before.kind === "choice" ? wanted.choices : [];
    const data = { name: wanted.name, choices };
    return { before, after: await tx.attribute.update({ where: { id: attributeId }, data, select: ROW }) };
  });
}

/** With its values, which the history keeps. */
export function deleteAttribute(
  scope: StudyScope,
  { eventId, attributeId }: z.output<typeof DeleteAttribute>,
) {
  return mutate(scope, { id: eventId, kind: "attribute.delete" }, async (tx) => {
    const attribute = await attributeOf(tx, scope, attributeId);
    const values = await tx.attributeValue.findMany({
      where: { attributeId },
      select: { intervieweeId: true, value: true },
    });
    await tx.attribute.delete({ where: { id: attributeId } });
    return { before: { ...attribute, values }, after: null };
  });
}

/** What is known of one interviewee. Throws `conflict` where somebody changed a value since that this changes too. */
export function setValues(
  scope: StudyScope,
  { eventId, intervieweeId, base, wanted }: z.output<typeof SetValues>,
) {
  return mutate(scope, { id: eventId, kind: "interviewee.values" }, async (tx) => {
    const { studyId } = scope;
    await lockRow(tx, "Interviewee", intervieweeId);
    if (!(await tx.interviewee.findFirst({ where: { id: intervieweeId, studyId } })))
      throw new AppError("not_found");
    const rows = await tx.attributeValue.findMany({ where: { intervieweeId, studyId } });
    const now = Object.fromEntries(rows.map((row) => [row.attributeId, row.value]));
    const given = Object.entries(wanted).filter(([id, value]) => value !== (base[id] ?? ""));
    const changed = given.flatMap(([id, value]) =>
      (now[id] ?? "") !== (base[id] ?? "") && (now[id] ?? "") !== value ? [id] : [],
    );
    if (changed.length > 0) throw changedMeanwhile(changed, now);
    const kept = await canonicalValues(
      tx,
      scope,
      given.map(([attributeId, value]) => ({ attributeId, value, intervieweeId })),
    );
    await storeValues(tx, scope, kept);
    const after = {
      ...now,
      ...Object.fromEntries(kept.map(({ attributeId, value }) => [attributeId, value])),
    };
    return {
      before: { intervieweeId, values: now },
      after: {
        intervieweeId,
        values: Object.fromEntries(Object.entries(after).filter(([, value]) => value !== "")),
      },
    };
  });
}

export interface ValueRow {
  attributeId: string;
  intervieweeId: string;
  value: string;
}

/** The values in the form in which they are kept. Throws `invalid` under the attribute's id, `not_found` for one of elsewhere. */
export async function canonicalValues(
  tx: Tx,
  { studyId }: StudyScope,
  rows: readonly ValueRow[],
): Promise<ValueRow[]> {
  const attributes = await tx.attribute.findMany({ where: { studyId }, select: ROW });
  const byId = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  return rows.map((row) => {
    const attribute = byId.get(row.attributeId);
    if (!attribute) throw new AppError("not_found");
    const value = canonicalValue(attribute, row.value);
    if (!value.ok) throw new AppError("invalid", { fields: { [row.attributeId]: value.problem } });
    return { ...row, value: value.value };
  });
}

/** Writes all at once; a blank value takes away what was known. */
export async function storeValues(tx: Tx, { studyId }: StudyScope, rows: readonly ValueRow[]): Promise<void> {
  const columns = (kept: readonly ValueRow[]) =>
    [kept.map((row) => row.attributeId), kept.map((row) => row.intervieweeId)] as const;
  const [goneAttributes, gonePeople] = columns(rows.filter(({ value }) => value === ""));
  await tx.$executeRaw`
    DELETE FROM "AttributeValue" v USING unnest(${goneAttributes}::uuid[], ${gonePeople}::uuid[]) AS gone(a, i)
    WHERE v."attributeId" = gone.a AND v."intervieweeId" = gone.i AND v."studyId" = ${studyId}::uuid`;
  const filled = rows.filter(({ value }) => value !== "");
  const [attributes, people] = columns(filled);
  await tx.$executeRaw`
    INSERT INTO "AttributeValue" ("attributeId", "intervieweeId", "studyId", "value")
    SELECT a, i, ${studyId}::uuid, v
    FROM unnest(${attributes}::uuid[], ${people}::uuid[], ${filled.map(({ value }) => value)}::text[]) AS kept(a, i, v)
    ON CONFLICT ("attributeId", "intervieweeId") DO UPDATE SET "value" = EXCLUDED."value"`;
}

async function checkName(tx: Tx, studyId: string, id: string, name: string): Promise<void> {
  if (await tx.attribute.findFirst({ where: { studyId, name, id: { not: id } } }))
    throw new AppError("conflict", { fields: { name: "taken" } });
}

async function attributeOf(tx: Tx, { studyId }: StudyScope, id: string) {
  const row = await tx.attribute.findFirst({ where: { id, studyId }, select: ROW });
  if (!row) throw new AppError("not_found");
  return row;
}
