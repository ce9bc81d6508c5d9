import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { TranscriptPlace } from "@/lib/schemas/transcripts";
import { prisma } from "@/lib/server/db";
import { idFrom } from "./ids";

/** The interview that comes with an interviewee's first file: the same one, whichever file names them first. */
export const plannedId = (intervieweeId: string) => idFrom(intervieweeId, "interview");

/**
 * An interview for each interviewee who has none yet, as after a table of people: a file that names them can
 * be tied to it, and it is made once such a file is added.
 */
export async function plannedInterviews({ studyId }: StudyScope): Promise<TranscriptPlace["interviews"]> {
  const people = await prisma().interviewee.findMany({
    where: { studyId, interviews: { none: {} } },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  return people.map(({ id }) => ({
    id: plannedId(id),
    date: null,
    intervieweeIds: [id],
    planned: true,
  }));
}
