import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { buildTree, canMove, descendants } from "@/lib/domain/codebook";
import type { MoveCode, RestoreCode, RetireCode } from "@/lib/schemas/codebook";
import { mutate } from "@/lib/server/history";
import { withMoved } from "@/lib/server/order";
import { revise } from "./revise";
import { checkName, found, lockedCodes, rowsOf } from "./shared";

/**
 * Puts a code under another parent, or elsewhere among its siblings. A new parent changes what the
 * code means: that is a revision and needs a reason. Throws `conflict` where the code would come to
 * stand below itself, below a retired code, or beside a namesake.
 */
export function moveCode(
  scope: StudyScope,
  { eventId, codeId, parentId, index, reason }: z.output<typeof MoveCode>,
) {
  return mutate(scope, { id: eventId, kind: "code.move" }, async (tx) => {
    const all = await lockedCodes(tx, scope);
    const before = found(all, codeId);
    if (parentId !== null && found(all, parentId).retired)
      throw new AppError("conflict", { detail: "parent_retired" });
    const tree = buildTree(all);
    if (!canMove(tree, codeId, parentId)) throw new AppError("conflict", { detail: "code_below_itself" });
    if (!before.retired) checkName(all, { ...before, parentId });
    const moved = before.parentId !== parentId;
    if (moved && reason === "") throw new AppError("invalid", { fields: { reason: "required" } });
    const siblings = (parentId === null ? tree.roots : (tree.children.get(parentId) ?? [])).map(
      (code) => code.id,
    );
    for (const [position, id] of withMoved(siblings, codeId, index).entries()) {
      await tx.code.update({ where: { id }, data: id === codeId ? { parentId, position } : { position } });
    }
    const revision = moved ? await revise(tx, scope, reason, [codeId]) : null;
    const ids = [...new Set([...siblings, codeId])];
    return {
      before: { codes: all.filter(({ id }) => ids.includes(id)) },
      after: { revision, codes: await rowsOf(tx, ids), about: [codeId] },
    };
  });
}

/**
 * Takes a code and all below it out of use: nothing more is coded with them, and what is coded stays
 * and is counted. Their keys are free again.
 */
export function retireCode(scope: StudyScope, { eventId, codeId, reason }: z.output<typeof RetireCode>) {
  return mutate(scope, { id: eventId, kind: "code.retire" }, async (tx) => {
    const all = await lockedCodes(tx, scope);
    found(all, codeId);
    const before = descendants(buildTree(all), codeId).filter((code) => !code.retired);
    const ids = before.map((code) => code.id);
    if (ids.length === 0) throw new AppError("conflict", { detail: "already_retired" });
    await tx.code.updateMany({ where: { id: { in: ids } }, data: { retiredAt: new Date(), shortcut: null } });
    const revision = await revise(tx, scope, reason, ids);
    return { before: { codes: before }, after: { revision, codes: await rowsOf(tx, ids), about: [codeId] } };
  });
}

/** Takes a retired code into use again; those below it stay as they are. Throws `conflict` below a retired code or beside a namesake. */
export function restoreCode(scope: StudyScope, { eventId, codeId }: z.output<typeof RestoreCode>) {
  return mutate(scope, { id: eventId, kind: "code.restore" }, async (tx) => {
    const all = await lockedCodes(tx, scope);
    const before = found(all, codeId);
    if (!before.retired) throw new AppError("conflict", { detail: "not_retired" });
    if (before.parentId !== null && found(all, before.parentId).retired)
      throw new AppError("conflict", { detail: "parent_retired" });
    checkName(all, before);
    await tx.code.update({ where: { id: codeId }, data: { retiredAt: null, mergedIntoId: null } });
    const revision = await revise(tx, scope, "restored", [codeId]);
    return {
      before: { codes: [before] },
      after: { revision, codes: await rowsOf(tx, [codeId]), about: [codeId] },
    };
  });
}
