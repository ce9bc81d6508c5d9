import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Draft } from "@/lib/domain/transcript";
import type { Corrected } from "@/lib/schemas/revisions";
import { prisma } from "@/lib/server/db";
import { alreadyDone, mutate, type Tx } from "@/lib/server/history";
import { lockVersions } from "@/lib/server/locks";
import { checkDraft } from "./check";
import { makeCurrent, PATIENCE, textToChange, versionToChange } from "./version";

export interface Correction {
  /** Made by the client: the same event sent twice makes one version. */
  eventId: string;
  transcriptId: string;
  /** The version that was corrected; it must still be the current one. */
  fromVersionId: string;
  /** The id of the version that it makes, where that follows from something; a new one otherwise. */
  versionId?: string;
  draft: Draft;
  /** An edit of the text, or another transcription in its place, which may bring names back. */
  change: "corrected" | "replaced";
  reason: string;
}

/**
 * Stores a new version of a transcript and makes it current: text, speakers, turns, times, passages and
 * pseudonyms, with every segment rebased, in one transaction with its event. What cannot be placed for
 * certain stays on its version and waits in the queue. Passages that the draft does not give are carried
 * over; turns without a number keep the alignment of those that they were.
 *
 * Throws `stale` where another version is current, `invalid` where the draft contradicts itself,
 * `not_found` where an interviewee or a question is not this study's, `too_large` where it takes longer or
 * more memory than a text may.
 */
export async function correctTranscript(scope: StudyScope, correction: Correction): Promise<Corrected> {
  const { eventId, transcriptId, fromVersionId, versionId, draft, change, reason } = correction;
  return onceAtATime(scope, { id: eventId, transcriptId }, async (tx) => {
    const former = await versionToChange(tx, scope, transcriptId, fromVersionId);
    await checkDraft(tx, scope, former.interviewId, draft);
    const from = await textToChange(tx, former);
    const step = { kind: "draft" as const, draft, another: change === "replaced" };
    return makeCurrent(tx, scope, { transcriptId, versionId, former, from, step, change, reason });
  });
}

/**
 * One change of a transcript's version at a time, and each event once: a second sending that waited for
 * the first finds another version current, and is answered with the first's outcome.
 */
export async function onceAtATime(
  scope: StudyScope,
  { id, transcriptId, also = [] }: { id: string; transcriptId: string; also?: readonly string[] },
  work: (tx: Tx) => Promise<Corrected>,
): Promise<Corrected> {
  const event = { id, kind: "transcript.correct", transcriptId };
  try {
    return await mutate<Corrected>(
      scope,
      event,
      async (tx) => {
        await lockVersions(tx, [transcriptId, ...also]);
        return { after: await work(tx) };
      },
      PATIENCE,
    );
  } catch (error) {
    if (!(error instanceof AppError && error.code === "stale")) throw error;
    const first = await alreadyDone(prisma(), scope, event);
    if (!first) throw error;
    return first.after as Corrected;
  }
}
