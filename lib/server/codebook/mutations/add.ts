import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { AddCodes } from "@/lib/schemas/codebook";
import { mutate } from "@/lib/server/history";
import { plain, ROW } from "../data";
import { revise } from "./revise";
import { checkName, checkShortcut, found, lockedCodes } from "./shared";

/**
 * Adds codes after their siblings, parents before their children; all or none, and one revision.
 * Throws `conflict` where a sibling has the name or another code the key.
 */
export function addCodes(scope: StudyScope, { eventId, codes }: z.output<typeof AddCodes>) {
  return mutate(scope, { id: eventId, kind: "code.add" }, async (tx) => {
    const all = await lockedCodes(tx, scope);
    const added = [];
    for (const code of codes) {
      if (code.parentId !== null && found(all, code.parentId).retired)
        throw new AppError("conflict", { detail: "parent_retired" });
      checkName(all, code);
      checkShortcut(all, code);
      const siblings = all.filter((row) => row.parentId === code.parentId);
      const position = Math.max(-1, ...siblings.map((row) => row.position)) + 1;
      const row = { ...BLANK, ...code, position };
      all.push({ ...row, retired: false });
      added.push({ ...row, studyId: scope.studyId });
    }
    await tx.code.createMany({ data: added });
    const ids = codes.map((code) => code.id);
    const revision = await revise(tx, scope, "added", ids);
    const rows = await tx.code.findMany({ where: { id: { in: ids } }, select: ROW });
    return { after: { revision, codes: rows.map(plain) } };
  });
}

const BLANK = {
  definition: "",
  whenToUse: "",
  whenNotToUse: "",
  example: "",
  counterExample: "",
  shortcut: null,
};
