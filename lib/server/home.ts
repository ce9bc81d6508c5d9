import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { prisma } from "@/lib/server/db";

export interface Home {
  title: string;
  /** Null where the person is no member of that study, and so cannot open it. */
  studyId: string | null;
}

/** The study whose codebook or guide this one borrows; null where it uses its own. */
export async function homeOf({ studyId, userId }: StudyScope, ownerId: string): Promise<Home | null> {
  if (ownerId === studyId) return null;
  const { title, members } = await prisma().study.findUniqueOrThrow({
    where: { id: ownerId },
    select: { title: true, members: { where: { userId }, select: { userId: true } } },
  });
  return { title, studyId: members.length > 0 ? ownerId : null };
}
