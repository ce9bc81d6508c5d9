import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/server/db";

/** A search that is kept under the name "Fears". */
export async function addSearch(studyId: string, createdById: string): Promise<{ searchId: string }> {
  const id = randomUUID();
  await prisma().savedSearch.create({
    data: { id, studyId, name: "Fears", query: "fear OR 恐怖", filter: {}, createdById },
  });
  return { searchId: id };
}
