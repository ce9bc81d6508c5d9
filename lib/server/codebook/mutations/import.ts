import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { changedFields } from "@/lib/domain/merge";
import { fieldsOf, type ImportCodes, type ImportedFields, MEANING } from "@/lib/schemas/codebook";
import { mutate } from "@/lib/server/history";
import { insertCodes } from "./add";
import { PATIENCE } from "./merge";
import { revise } from "./revise";
import { checkShortcut, found, lockedCodes, rowsOf, storeCodes } from "./shared";

/**
 * Adds and changes codes as a table or a list says: all or nothing, and one revision where a code is new or means
 * something else. Throws `conflict` where a code was changed since the person saw the preview.
 */
export function importCodes(
  scope: StudyScope,
  { eventId, add, change, reason, review }: z.output<typeof ImportCodes>,
) {
  return mutate(
    scope,
    { id: eventId, kind: "code.import" },
    async (tx) => {
      const all = await lockedCodes(tx, scope);
      const before = change.map(({ codeId }) => found(all, codeId));
      const after = change.map(({ codeId, base, wanted }) => {
        const code = found(all, codeId);
        if (!stands(base, code)) throw new AppError("conflict", { detail: "changed_since" });
        return { ...code, ...wanted };
      });
      const changed = new Map(after.map((code) => [code.id, code]));
      const now = all.map((code) => changed.get(code.id) ?? code);
      for (const code of after) checkShortcut(now, code);
      await storeCodes(tx, scope, after);
      const ids = await insertCodes(tx, scope, now, add);
      const meant = after.filter((code, index) => {
        const was = before[index];
        const fields: string[] = was ? changedFields(fieldsOf(was), fieldsOf(code)) : [];
        return MEANING.some((field) => fields.includes(field));
      });
      if (meant.length > 0 && reason === "")
        throw new AppError("invalid", { fields: { reason: "required" } });
      const meantIds = meant.map(({ id }) => id);
      const revised = [...ids, ...meantIds];
      const revision =
        revised.length > 0
          ? await revise(tx, scope, reason || "added", revised, review ? meantIds : [])
          : null;
      return {
        before: { codes: before },
        after: {
          revision,
          codes: await rowsOf(tx, [...change.map(({ codeId }) => codeId), ...ids]),
          about: revised,
          added: ids.length,
          changed: change.length,
        },
      };
    },
    PATIENCE,
  );
}

function stands(base: ImportedFields, code: ImportedFields): boolean {
  return (Object.keys(base) as (keyof ImportedFields)[]).every((field) => base[field] === code[field]);
}
