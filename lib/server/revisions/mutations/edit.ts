import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { TextEdit } from "@/lib/domain/revision";
import type { DraftSpeaker } from "@/lib/domain/transcript";
import type { StepJson } from "@/lib/schemas/revising";
import type { Corrected, CorrectionInput } from "@/lib/schemas/revisions";
import { prisma } from "@/lib/server/db";
import type { Tx } from "@/lib/server/history";
import { intervieweesOf } from "@/lib/server/transcripts/data";
import { checkDraft } from "./check";
import { onceAtATime } from "./correct";
import { makeCurrent, textToChange, versionToChange } from "./version";

/**
 * Corrects a text in place: what was edited in the version that the person had open, with its turns as they
 * left them. Throws as `correctTranscript` does, and `invalid` where the edits are none of this text.
 */
export async function editTranscript(scope: StudyScope, input: CorrectionInput): Promise<Corrected> {
  const { eventId, transcriptId, fromVersionId, reason } = input;
  const version = await prisma().transcriptVersion.count({ where: { id: fromVersionId, transcriptId } });
  if (version === 0) throw new AppError("not_found");
  return onceAtATime(scope, { id: eventId, transcriptId }, async (tx) => {
    const former = await versionToChange(tx, scope, transcriptId, fromVersionId);
    const speakers = await speakersOf(tx, scope, transcriptId, former.interviewId, input.speakers);
    await checkDraft(tx, scope, former.interviewId, { speakers, passages: [] });
    const from = await textToChange(tx, former);
    const edits = ordered(input.edits, from.text.length);
    const step: StepJson = { kind: "edit", edits, turns: turnsOf(input), speakers };
    return makeCurrent(tx, scope, { transcriptId, former, from, step, change: "corrected", reason });
  });
}

function turnsOf({ turns }: CorrectionInput) {
  return turns.map(([start, bodyStart, end, speaker, atMs, align]) => ({
    ...{ start, bodyStart, end, speaker, atMs, align },
  }));
}

/** The edits, if they are edits of a text of this length. Throws `invalid`. */
function ordered(edits: CorrectionInput["edits"], length: number): TextEdit[] {
  let last = 0;
  return edits.map(([start, end, insert]) => {
    if (start < last || end < start || end > length) throw new AppError("invalid");
    last = end;
    return { start, end, insert };
  });
}

/** A new speaker who is an interviewee is the interview's only one; of those there are, the editor changes the role alone. */
async function speakersOf(
  tx: Tx,
  scope: StudyScope,
  transcriptId: string,
  interviewId: string | null,
  given: CorrectionInput["speakers"],
): Promise<DraftSpeaker[]> {
  const known = await tx.speaker.findMany({ where: { transcriptId } });
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
