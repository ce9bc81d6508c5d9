import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/server/history";
import { lockRow } from "@/lib/server/lock";
import { plain, ROW } from "../data";

/**
 * All codes of the codebook, retired ones too, with the study's row locked: whoever changes the tree
 * waits for whoever is changing it, so that two moves at once cannot close a circle. Throws `conflict`
 * where the codebook is another study's, in which alone it is changed.
 */
export async function lockedCodes(tx: Tx, { studyId, codebookStudyId }: StudyScope) {
  if (codebookStudyId !== studyId) throw new AppError("conflict", { detail: "shared_codebook" });
  await lockRow(tx, "Study", studyId);
  const rows = await tx.code.findMany({ where: { studyId }, select: ROW });
  return rows.map(plain);
}

export type CodeRow = Awaited<ReturnType<typeof lockedCodes>>[number];

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
