import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { AddCodes, NewCode } from "@/lib/schemas/codebook";
import { mutate, type Tx } from "@/lib/server/history";
import { revise } from "./revise";
import { type CodeRow, checkName, checkShortcut, found, lockedCodes, rowsOf } from "./shared";

/**
 * Adds codes after their siblings, parents before their children; all or none, and one revision.
 * Throws `conflict` where a sibling has the name or another code the key.
 */
export function addCodes(scope: StudyScope, { eventId, codes }: z.output<typeof AddCodes>) {
  return mutate(scope, { id: eventId, kind: "code.add" }, async (tx) => {
    const all = await lockedCodes(tx, scope);
    const ids = await insertCodes(tx, scope, all, codes);
    const revision = await revise(tx, scope, "added", ids);
    return { before: { codes: [] }, after: { revision, codes: await rowsOf(tx, ids), about: ids } };
  });
}

/** Puts new codes after their siblings, each checked against those there are and those before it. `all` grows by them. */
export async function insertCodes(
  tx: Tx,
  { studyId }: StudyScope,
  all: CodeRow[],
  codes: readonly NewCode[],
): Promise<string[]> {
  const last = new Map<string | null, number>();
  for (const { parentId, position } of all) last.set(parentId, Math.max(last.get(parentId) ?? -1, position));
  const added = [];
  for (const code of codes) {
    if (code.parentId !== null && found(all, code.parentId).retired)
      throw new AppError("conflict", { detail: "parent_retired" });
    checkName(all, code);
    checkShortcut(all, code);
    const position = (last.get(code.parentId) ?? -1) + 1;
    last.set(code.parentId, position);
    const row = { ...BLANK, ...code, position };
    all.push({ ...row, retired: false, mergedIntoId: null, meaningSince: 0 });
    added.push({ ...row, studyId });
  }
  await tx.code.createMany({ data: added });
  return codes.map((code) => code.id);
}

const BLANK = {
  definition: "",
  whenToUse: "",
  whenNotToUse: "",
  example: "",
  counterExample: "",
  shortcut: null,
};
