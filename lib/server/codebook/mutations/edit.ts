import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { changedFields, merge } from "@/lib/domain/merge";
import { type CodeFields, type EditCode, fieldsOf, MEANING } from "@/lib/schemas/codebook";
import { changedMeanwhile } from "@/lib/server/changed";
import { mutate } from "@/lib/server/history";
import { revise } from "./revise";
import { type CodeRow, checkName, checkShortcut, found, lockedCodes, rowsOf } from "./shared";

/**
 * Changes a code's fields. Where its meaning changes, that is a revision of the codebook and needs a
 * reason (`invalid` without one); those who coded look at it again, unless the words alone were mended.
 * Fields that somebody else changed since `base` was read stay as they made them, unless this edit
 * changes them too: that is a `conflict`, which names them.
 */
export function editCode(
  scope: StudyScope,
  { eventId, codeId, base, wanted, reason, review }: z.output<typeof EditCode>,
) {
  return mutate(scope, { id: eventId, kind: "code.edit" }, async (tx) => {
    const all = await lockedCodes(tx, scope);
    const before = found(all, codeId);
    const { value, revised } = laidOver(all, before, base, wanted);
    if (revised && reason === "") throw new AppError("invalid", { fields: { reason: "required" } });
    await tx.code.update({ where: { id: codeId }, data: value });
    const revision = revised ? await revise(tx, scope, reason, [codeId], review ? [codeId] : []) : null;
    return {
      before: { codes: [before] },
      after: { revision, codes: await rowsOf(tx, [codeId]), about: [codeId] },
    };
  });
}

/** The fields of a code with an edit laid over them, and whether they then mean something else. */
export function laidOver(
  all: readonly CodeRow[],
  before: CodeRow,
  base: CodeFields,
  wanted: CodeFields,
): { value: CodeFields; revised: boolean } {
  const current = fieldsOf(before);
  const merged = merge<CodeFields>(base, wanted, current);
  if (!merged.ok) throw changedMeanwhile(merged.fields, current);
  checkName(all, { ...before, ...merged.value });
  checkShortcut(all, { id: before.id, shortcut: merged.value.shortcut });
  const changed = changedFields(current, merged.value);
  return { value: merged.value, revised: MEANING.some((field) => changed.includes(field)) };
}
