import "server-only";
import { AppError } from "@/lib/access/errors";
import { prisma } from "@/lib/server/db";
import { known } from "@/lib/server/errors";
import { type Json, jsonOf } from "@/lib/server/json";
import { shareErasure } from "@/lib/server/locks";
import type { Prisma } from "@/prisma/generated/client";

/** A transaction of Prisma: what every mutation writes through. */
export type Tx = Prisma.TransactionClient;

/** Who writes, and in which study. Every `StudyScope` is one. */
export interface Writer {
  readonly studyId: string;
  readonly userId: string;
}

export interface EventHeader {
  /** Made by the client, so that the same write sent twice is the same as once. */
  id: string;
  /** What was done, such as "sector.rename". */
  kind: string;
  transcriptId?: string;
  /** The event that this one takes back. */
  undoes?: string;
}

/** The rows touched; `null` is said of what was not there. */
interface Change<After extends Json> {
  before?: Json;
  after: After;
}

/**
 * Writes the event of a change and raises the study's number, in the transaction of the change itself.
 * Answers the event's number. It locks the study's row until the transaction ends, so that numbers
 * count up in the order of commit: call it last.
 */
export async function recordEvent(
  tx: Tx,
  writer: Writer,
  event: EventHeader & Change<Json>,
): Promise<bigint> {
  const { seq } = await tx.study.update({
    where: { id: writer.studyId },
    data: { seq: { increment: 1 } },
    select: { seq: true },
  });
  await tx.historyEvent.create({
    data: {
      id: event.id,
      studyId: writer.studyId,
      seq,
      actorId: writer.userId,
      transcriptId: event.transcriptId ?? null,
      kind: event.kind,
      before: jsonOf(event.before ?? null),
      after: jsonOf(event.after),
      undoes: event.undoes ?? null,
    },
    select: { id: true },
  });
  return seq;
}

/**
 * The event that already carries this id, if any: the first sending's outcome is its `after`.
 * Throws `conflict` where the id belongs to another person's event, another study's, or another kind, and
 * `not_found` where what came of it is gone for good.
 */
export async function alreadyDone(
  tx: Tx,
  writer: Writer,
  header: EventHeader,
): Promise<{ after: unknown } | null> {
  const event = await tx.historyEvent.findUnique({
    where: { id: header.id },
    select: { studyId: true, actorId: true, kind: true, after: true, forgotten: true },
  });
  if (!event) return null;
  const same =
    event.studyId === writer.studyId && event.actorId === writer.userId && event.kind === header.kind;
  if (!same) throw new AppError("conflict");
  if (event.forgotten !== null) throw new AppError("not_found", { detail: "erased" });
  return { after: event.after };
}

/** How long a write may take, in milliseconds; Prisma's own five seconds unless it says more. */
interface Patience {
  timeout?: number;
}

/**
 * One write in a study: one transaction with its history event. `work` changes rows and answers them
 * as they were and as they are; the rows as they are are what `mutate` answers, now and whenever the
 * same event is sent again. So they hold what the screen needs, and no secrets.
 *
 * Two sendings at once: the second meets the first's rows or its event as a conflict, is rolled back,
 * and is answered with the first's outcome.
 */
export async function mutate<After extends Json>(
  writer: Writer,
  event: EventHeader,
  work: (tx: Tx) => Promise<Change<After>>,
  patience: Patience = {},
): Promise<After> {
  const first = await alreadyDone(prisma(), writer, event);
  if (first) return first.after as After;
  try {
    return await prisma().$transaction(async (tx) => {
      await shareErasure(tx, writer.studyId);
      const change = await work(tx);
      await recordEvent(tx, writer, { ...event, ...change });
      return change.after;
    }, patience);
  } catch (error) {
    if (known(error).code !== "conflict") throw error;
    const other = await alreadyDone(prisma(), writer, event);
    if (!other) throw error;
    return other.after as After;
  }
}
