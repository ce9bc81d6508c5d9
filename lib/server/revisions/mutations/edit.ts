import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { carryBeside } from "@/lib/domain/revision";
import { applyEdits } from "@/lib/domain/segment";
import type { Draft, DraftSpeaker } from "@/lib/domain/transcript";
import type { Corrected, CorrectionInput } from "@/lib/schemas/revisions";
import { prisma } from "@/lib/server/db";
import { intervieweesOf } from "@/lib/server/transcripts/data";
import { currentVersion, rowsOf, storedVersion } from "../data/stored";
import { correctTranscript } from "./correct";

/** Corrects a text in place: what was edited in the version that the person had open, with its turns as they left them. */
export async function editTranscript(scope: StudyScope, input: CorrectionInput): Promise<Corrected> {
  const { eventId, transcriptId, fromVersionId, reason } = input;
  const rows = rowsOf.tx(prisma());
  const { interviewId } = await currentVersion(rows, scope.studyId, transcriptId);
  const version = await prisma().transcriptVersion.count({ where: { id: fromVersionId, transcriptId } });
  if (version === 0) throw new AppError("not_found");
  const from = await storedVersion(rows, fromVersionId);
  const edits = input.edits.map(([start, end, insert]) => ({ start, end, insert }));
  const carried = carryBeside(
    { turns: [], points: from.points, passages: from.passages },
    ordered(edits, from.text),
  );
  const draft: Draft = {
    text: applyEdits(from.text, edits),
    turns: input.turns.map(([start, bodyStart, end, speaker, atMs, align]) => ({
      start,
      bodyStart,
      end,
      speaker,
      atMs,
      align,
    })),
    speakers: await speakersOf(scope, transcriptId, interviewId, input.speakers),
    points: carried.points,
    passages: carried.passages,
  };
  return correctTranscript(scope, {
    eventId,
    transcriptId,
    fromVersionId,
    draft,
    change: "corrected",
    reason,
  });
}

/** The edits, if they are edits of this text. Throws `invalid`. */
function ordered<Edit extends { start: number; end: number }>(edits: Edit[], text: string): Edit[] {
  let last = 0;
  for (const { start, end } of edits) {
    if (start < last || end < start || end > text.length) throw new AppError("invalid");
    last = end;
  }
  return edits;
}

/** A new speaker who is an interviewee is the interview's only one; of those there are, the editor changes the role alone. */
async function speakersOf(
  scope: StudyScope,
  transcriptId: string,
  interviewId: string | null,
  given: CorrectionInput["speakers"],
): Promise<DraftSpeaker[]> {
  const known = await prisma().speaker.findMany({ where: { transcriptId } });
  const byLabel = new Map(known.map((speaker) => [speaker.label, speaker]));
  const people = interviewId === null ? [] : await intervieweesOf(scope, interviewId);
  const only = people.length === 1 ? (people[0] ?? null) : null;
  return given.map(({ label, role }) => {
    const former = byLabel.get(label);
    const stays = former?.role === role ? former.intervieweeId : null;
    return {
      label,
      role,
      aliases: former?.aliases ?? [],
      intervieweeId: stays ?? (role === "interviewee" ? only : null),
    };
  });
}
