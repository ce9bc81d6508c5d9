import "server-only";
import type { Value } from "@/lib/domain/history";
import type { Prisma } from "@/prisma/generated/client";
import { idsOf, rowOf, type Store } from "./stores";

interface SearchFields {
  name: string;
  query: string;
  filter: Prisma.InputJsonObject;
}

/** A search that is kept anew is kept by whoever brings it back. */
export const searches: Store = {
  async read(tx, { studyId }, changes) {
    const rows = await tx.savedSearch.findMany({
      where: { studyId, id: idsOf(changes) },
      select: { id: true, name: true, query: true, filter: true },
    });
    return new Map(rows.map(({ id, filter, ...fields }) => [id, { ...fields, filter: filter as Value }]));
  },
  async write(tx, { studyId, userId }, id, fields) {
    if (fields === null) {
      await tx.savedSearch.delete({ where: { id, studyId } });
      return;
    }
    const data = rowOf<SearchFields>("search", fields);
    await tx.savedSearch.upsert({
      where: { id, studyId },
      create: { id, studyId, createdById: userId, ...data },
      update: data,
    });
  },
};
