import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { readFilter, type SavedSearch } from "@/lib/schemas/search";
import { prisma } from "@/lib/server/db";

/** The searches that are kept in the study, by name. */
export async function savedSearches({ studyId }: StudyScope): Promise<SavedSearch[]> {
  const rows = await prisma().savedSearch.findMany({
    where: { studyId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, query: true, filter: true, createdBy: { select: { name: true } } },
  });
  return rows.map(({ filter, createdBy, ...row }) => ({
    ...row,
    filter: readFilter(filter),
    createdBy: createdBy.name,
  }));
}

/** How the person who searches is named beside what they keep. */
export async function ownName({ userId }: StudyScope): Promise<string> {
  const { name } = await prisma().user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
  return name;
}
