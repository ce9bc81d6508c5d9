import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { changedFields, merge } from "@/lib/domain/merge";
import { type CodeFields, type EditCode, MEANING } from "@/lib/schemas/codebook";
import { changedMeanwhile } from "@/lib/server/changed";
import { mutate } from "@/lib/server/history";
import { plain, ROW } from "../data";
import { revise } from "./revise";
import { type CodeRow, checkName, checkShortcut, found, lockedCodes } from "./shared";

/**
 * Changes a code's fields. Where its meaning changes, that is a revision of the codebook and needs a
 * reason (`invalid` without one). Fields that somebody else changed since `base` was read stay as they
 * made them, unless this edit changes them too: that is a `conflict`, which names them.
 */
export function editCode(
  scope: StudyScope,
  { eventId, codeId, base, wanted, reason }: z.output<typeof EditCode>,
) {
  return mutate(scope, { id: eventId, kind: "code.edit" }, async (tx) => {
    const all = await lockedCodes(tx, scope);
    const before = found(all, codeId);
    const current = fieldsOf(before);
    const merged = merge<CodeFields>(base, wanted, current);
    if (!merged.ok) throw changedMeanwhile(merged.fields, current);
    checkName(all, { ...before, ...merged.value });
    checkShortcut(all, { id: codeId, shortcut: merged.value.shortcut });
    const row = await tx.code.update({ where: { id: codeId }, data: merged.value, select: ROW });
    const changed = changedFields(current, merged.value);
    const revised = MEANING.some((field) => changed.includes(field));
    if (revised && reason === "") throw new AppError("invalid", { fields: { reason: "required" } });
    const revision = revised ? await revise(tx, scope, reason, [codeId]) : null;
    return { before, after: { revision, code: plain(row) } };
  });
}

function fieldsOf({
  id: _,
  parentId: _parent,
  position: _position,
  retired: _retired,
  ...fields
}: CodeRow): CodeFields {
  return fields;
}
