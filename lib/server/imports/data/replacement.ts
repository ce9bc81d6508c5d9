import "server-only";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { ReplacementPlace } from "@/lib/schemas/imports";
import { listCodes } from "@/lib/server/codebook/data";
import { prisma } from "@/lib/server/db";
import { newTranscriptPlace } from "@/lib/server/transcripts/data";
import { batchOf } from "./batch";

/** What is shown of a file that is to take the place of a text. Throws `not_found` where the batch is for another or none. */
export async function replacementPlace(
  scope: StudyScope,
  transcriptId: string,
  batchId: string,
): Promise<ReplacementPlace> {
  const [batch, place, found, codes] = await Promise.all([
    batchOf(scope, batchId),
    newTranscriptPlace(scope),
    prisma().transcript.findFirst({
      where: { id: transcriptId, studyId: scope.studyId },
      select: {
        ...{ id: true, title: true, language: true, interviewId: true },
        speakers: {
          select: { label: true, role: true, intervieweeId: true },
          orderBy: { label: "asc" },
        },
      },
    }),
    listCodes(scope),
  ]);
  if (!found || batch.replaces !== transcriptId) throw new AppError("not_found");
  const { speakers, ...transcript } = found;
  return {
    ...place,
    ...batch,
    // Whose words they are is known: no file's name is looked up, and nobody is added.
    ...{ people: [], mayAddPeople: false, mayMakeGuide: false },
    transcript,
    speakers,
    codes: codes.map(({ id, name, hue }) => ({ id, name, hue })),
    maySeeOriginals: can(scope.role, "originals.view"),
  };
}
