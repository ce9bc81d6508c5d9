import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { ErasedNow, EraseInterviewee, EraseReason, EraseTranscript } from "@/lib/schemas/erasure";
import { prisma } from "@/lib/server/db";
import { known } from "@/lib/server/errors";
import { alreadyDone, type EventHeader, recordEvent, type Tx } from "@/lib/server/history";
import { holdErasure } from "@/lib/server/locks";
import { countReach, type Reach, reachOfInterviewee, reachOfTranscript } from "../data";
import { forgetRows, forgetTranscripts, forgetting } from "./forget";
import { deleteRows } from "./rows";

/** A hundred thousand words with ten thousand segments are erased in some seconds; a whole year's work of a team takes longer. */
const PATIENCE = { timeout: 600_000 };

/**
 * Erases an interviewee for good: all that is known of them, their interviews with every version of the transcripts, what
 * was coded and written on them, their files, and the content of every event that tells of any of it. The history keeps
 * that they were erased, by whom, when and why. Throws `not_found` where the study has none such, `invalid` where the
 * number is not theirs, `unavailable` where somebody's long write is under way.
 */
export function eraseInterviewee(
  scope: StudyScope,
  { eventId, intervieweeId, shared, reason, number }: z.output<typeof EraseInterviewee>,
): Promise<ErasedNow> {
  return erase(scope, { id: eventId, kind: "interviewee.erase" }, reason, async (tx) => {
    const reach = await reachOfInterviewee(tx, scope, intervieweeId, shared);
    if (reach.person?.number !== number)
      throw new AppError("invalid", { fields: { number: "other_number" } });
    return reach;
  });
}

/** Erases a transcript alone. Throws alike. */
export function eraseTranscript(
  scope: StudyScope,
  { eventId, transcriptId, reason }: z.output<typeof EraseTranscript>,
): Promise<ErasedNow> {
  const header = { id: eventId, kind: "transcript.erase", transcriptId };
  return erase(scope, header, reason, (tx) => reachOfTranscript(tx, scope, transcriptId));
}

/**
 * All of it in one transaction, in which nobody else writes in the study: rows first, then the event that logs it, and only
 * under that, as the database has it, the content of others. Sent twice, it is as once.
 */
async function erase(
  scope: StudyScope,
  header: EventHeader,
  reason: EraseReason,
  reachIn: (tx: Tx) => Promise<Reach>,
): Promise<ErasedNow> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await eraseOnce(scope, header, reason, reachIn);
    } catch (error) {
      // A file that somebody was choosing something for: of two that wait for each other, the database ends one.
      if (left === 0 || error instanceof AppError || known(error).code !== "conflict") throw error;
    }
  }
}

const TRIES = 3;

function eraseOnce(
  scope: StudyScope,
  header: EventHeader,
  reason: EraseReason,
  reachIn: (tx: Tx) => Promise<Reach>,
): Promise<ErasedNow> {
  return prisma().$transaction(async (tx) => {
    const { studyId } = scope;
    await holdErasure(tx, studyId);
    const first = await alreadyDone(tx, scope, header);
    if (first) return first.after as ErasedNow;
    const reach = await reachIn(tx);
    const counts = await countReach(tx, reach);
    await deleteRows(tx, studyId, reach);
    const erased: ErasedNow = { ...counts, number: reach.person?.number ?? null, reason };
    await recordEvent(tx, scope, { ...header, after: { ...erased } });
    // Whoever has one of them open is told by an event there.
    for (const transcriptId of header.transcriptId === undefined ? reach.transcriptIds : [])
      await recordEvent(tx, scope, {
        id: randomUUID(),
        kind: "transcript.erase",
        transcriptId,
        after: { eventId: header.id },
      });
    await forgetting(tx, header.id, async () => {
      await forgetTranscripts(tx, studyId, reach.transcriptIds);
      await forgetRows(
        tx,
        studyId,
        { ids: namedIn(reach), among: BESIDE, values: [reach.transcriptIds] },
        "erased",
      );
    });
    return erased;
  }, PATIENCE);
}

/** The rows that events outside of these transcripts tell of. */
const namedIn = ({ person, interviewIds, memoIds }: Reach): ReadonlySet<string> =>
  new Set([...(person ? [person.id] : []), ...interviewIds, ...memoIds]);

/** Events of no transcript, and those few kinds of another's that tell of two. */
const BESIDE = `e."transcriptId" IS NULL OR (e."kind" LIKE 'pair.%' AND e."transcriptId" <> ALL($3::uuid[]))`;
