import "server-only";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { calledAs } from "@/lib/domain/revision";
import type { Draft } from "@/lib/domain/transcript";
import type { HandedOn } from "@/lib/schemas/imports";
import { prisma } from "@/lib/server/db";
import { correctTranscript } from "@/lib/server/revisions/mutations";
import { idFrom } from "../../data";
import type { Job, Outcome } from "./lease";

/**
 * Makes a file the next version of a transcript's text: its speakers under the labels that the transcript
 * has for them, every segment carried over or queued. The transcript stays what it is otherwise: of whom,
 * in which language, under which title.
 */
export async function replaceText(
  scope: StudyScope,
  job: Job,
  choices: HandedOn,
  replaces: NonNullable<HandedOn["replaces"]>,
  draftFor: (interviewId: string | null) => Promise<Draft>,
): Promise<Outcome> {
  if (!can(scope.role, "transcript.correct")) throw new AppError("forbidden");
  const { transcriptId } = replaces;
  const transcript = await prisma().transcript.findFirst({
    where: { id: transcriptId, studyId: scope.studyId },
    select: { interviewId: true, speakers: { select: { label: true, intervieweeId: true } } },
  });
  if (!transcript) throw new AppError("not_found");
  const draft = calledAs(await draftFor(transcript.interviewId), choices.known);
  const known = new Map(transcript.speakers.map(({ label, intervieweeId }) => [label, intervieweeId]));
  const speakers = draft.speakers.map((speaker) => {
    const former = speaker.role === "interviewee" ? (known.get(speaker.label) ?? null) : null;
    return { ...speaker, intervieweeId: speaker.intervieweeId ?? former };
  });
  try {
    await correctTranscript(scope, {
      ...replaces,
      eventId: idFrom(job.id, "event"),
      versionId: idFrom(job.id, "version"),
      draft: { ...draft, speakers },
      change: "replaced",
    });
  } catch (error) {
    // Somebody who looks at the file again needs other words than somebody at an editor.
    if (error instanceof AppError && error.code === "stale")
      throw new AppError("stale", { detail: "text_newer" });
    throw error;
  }
  return { status: "stored", transcriptId };
}
