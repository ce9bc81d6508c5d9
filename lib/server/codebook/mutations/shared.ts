import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { CodeRow } from "@/lib/schemas/codebook";
import type { Tx } from "@/lib/server/history";
import { lockRow } from "@/lib/server/lock";
import { inOrder } from "@/lib/server/order";
import { plain, ROW } from "../data";

export type { CodeRow };

/**
 * All codes of the codebook, retired ones too, with the study's row locked: whoever changes the tree
 * waits for whoever is changing it, so that two moves at once cannot close a circle. Throws `conflict`
 * where the codebook is another study's, in which alone it is changed.
 */
export async function lockedCodes(tx: Tx, { studyId, codebookStudyId }: StudyScope): Promise<CodeRow[]> {
  if (codebookStudyId !== studyId) throw new AppError("conflict", { detail: "shared_codebook" });
  await lockRow(tx, "Study", studyId);
  const rows = await tx.code.findMany({ where: { studyId }, select: ROW, orderBy: inOrder });
  return rows.map(plain);
}

/** The codes with these ids as they now are, in the order of the codebook. */
export async function rowsOf(tx: Tx, ids: readonly string[]): Promise<CodeRow[]> {
  const rows = await tx.code.findMany({ where: { id: { in: [...ids] } }, select: ROW, orderBy: inOrder });
  return rows.map(plain);
}

/**
 * Writes codes as they are to be. For a moment all of them are out of use and without a key, so that names and keys
 * may change hands among them. `retiredAt` of one that stays retired is that of its last retiring.
 */
export async function storeCodes(tx: Tx, { studyId }: StudyScope, codes: readonly CodeRow[]): Promise<void> {
  if (codes.length === 0) return;
  const ids = codes.map(({ id }) => id);
  await tx.$executeRaw`UPDATE "Code" SET "shortcut" = NULL, "retiredAt" = coalesce("retiredAt", now())
    WHERE "studyId" = ${studyId}::uuid AND "id" = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE "Code" c SET "parentId" = x."parentId", "name" = x."name", "hue" = x."hue", "definition" = x."definition",
      "whenToUse" = x."whenToUse", "whenNotToUse" = x."whenNotToUse", "example" = x."example",
      "counterExample" = x."counterExample", "shortcut" = x."shortcut", "position" = x."position",
      "mergedIntoId" = x."mergedIntoId", "meaningSince" = x."meaningSince",
      "retiredAt" = CASE WHEN x."retired" THEN c."retiredAt" END
    FROM jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) AS x("id" uuid, "parentId" uuid, "name" text, "hue" int,
      "definition" text, "whenToUse" text, "whenNotToUse" text, "example" text, "counterExample" text, "shortcut" text,
      "position" int, "mergedIntoId" uuid, "meaningSince" int, "retired" boolean)
    WHERE c."id" = x."id" AND c."studyId" = ${studyId}::uuid`;
}

export function found(codes: readonly CodeRow[], id: string): CodeRow {
  const code = codes.find((row) => row.id === id);
  if (!code) throw new AppError("not_found");
  return code;
}

/** Throws `conflict` where a sibling in use has the name, whatever its case. */
export function checkName(
  codes: readonly CodeRow[],
  code: { id: string; parentId: string | null; name: string },
): void {
  const taken = codes.some(
    (row) =>
      row.id !== code.id &&
      !row.retired &&
      row.parentId === code.parentId &&
      row.name.toLowerCase() === code.name.toLowerCase(),
  );
  if (taken) throw new AppError("conflict", { fields: { name: "taken" } });
}

export function checkShortcut(
  codes: readonly CodeRow[],
  code: { id: string; shortcut?: string | null },
): void {
  const holder = codes.find(
    (row) => row.id !== code.id && row.shortcut !== null && row.shortcut === code.shortcut,
  );
  if (holder) throw new AppError("conflict", { fields: { shortcut: "taken" } });
}
