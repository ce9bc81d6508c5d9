import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { parseQuery } from "@/lib/domain/search";
import type { DeleteSearch, RenameSearch, SaveSearch } from "@/lib/schemas/search";
import { changedMeanwhile } from "@/lib/server/changed";
import { mutate, type Tx } from "@/lib/server/history";
import { lockRow } from "@/lib/server/lock";
import type { Prisma } from "@/prisma/generated/client";

const KEPT = { id: true, name: true, query: true, filter: true } as const;

type Row = Prisma.SavedSearchGetPayload<{ select: typeof KEPT }>;
type Kept = Omit<Row, "filter"> & { filter: Record<string, string | string[]> };
const kept = (row: Row) => row as Kept;

/** Keeps a search. Throws `conflict` where the name is taken, `invalid` where the query is none. */
export function saveSearch(
  scope: StudyScope,
  { eventId, studyId, id, name, query, filter }: z.output<typeof SaveSearch>,
) {
  return mutate<Kept>(scope, { id: eventId, kind: "search.save" }, async (tx) => {
    if (!parseQuery(query).ok) throw new AppError("invalid", { fields: { query: "wrong" } });
    await checkName(tx, scope, id, name);
    const data = { id, studyId, name, query, filter, createdById: scope.userId };
    return { after: kept(await tx.savedSearch.create({ data, select: KEPT })) };
  });
}

/** Throws `conflict` where the name is taken, or where somebody else has renamed it since. */
export function renameSearch(
  scope: StudyScope,
  { eventId, searchId, base, name }: z.output<typeof RenameSearch>,
) {
  return mutate<Kept>(scope, { id: eventId, kind: "search.rename" }, async (tx) => {
    await lockRow(tx, "SavedSearch", searchId);
    const before = await searchOf(tx, scope, searchId);
    if (before.name !== base && before.name !== name) throw changedMeanwhile(["name"], before);
    await checkName(tx, scope, searchId, name);
    const after = await tx.savedSearch.update({ where: { id: searchId }, data: { name }, select: KEPT });
    return { before, after: kept(after) };
  });
}

/** Its event holds all of it, so that it can be kept anew under the same id. */
export function deleteSearch(scope: StudyScope, { eventId, searchId }: z.output<typeof DeleteSearch>) {
  return mutate(scope, { id: eventId, kind: "search.delete" }, async (tx) => {
    const before = await searchOf(tx, scope, searchId);
    await tx.savedSearch.delete({ where: { id: searchId } });
    return { before, after: null };
  });
}

async function searchOf(tx: Tx, { studyId }: StudyScope, id: string): Promise<Kept> {
  const row = await tx.savedSearch.findFirst({ where: { id, studyId }, select: KEPT });
  if (!row) throw new AppError("not_found");
  return kept(row);
}

async function checkName(tx: Tx, { studyId }: StudyScope, id: string, name: string): Promise<void> {
  const twin = await tx.savedSearch.findFirst({
    where: { studyId, name: { equals: name, mode: "insensitive" }, id: { not: id } },
    select: { id: true },
  });
  if (twin) throw new AppError("conflict", { fields: { name: "taken" } });
}
