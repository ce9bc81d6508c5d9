import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { changesOf, isRecord, nextRedo, nextUndo } from "@/lib/domain/history";
import type { StepBack, UndoEvent } from "@/lib/schemas/history";
import { undoCodebook } from "@/lib/server/codebook/mutations";
import { prisma } from "@/lib/server/db";
import { mutate } from "@/lib/server/history";
import type { Json } from "@/lib/server/json";
import { asWork, type Tell, untold } from "@/lib/server/long-work/mutations";
import { undoPassages } from "@/lib/server/passages/mutations";
import { visibleEvents, wayBack } from "../data";
import { holdTranscripts, takeBackCodings, writeOne, writeParts } from "./restore";
import { takeBackRows } from "./rows";

/** What came of taking an event back: which kind of event it was, and whether it was an undo itself. */
export interface TakenBack {
  kind: string;
  redone: boolean;
}

/**
 * Takes any event back, as an event of its own that can be taken back in turn. Throws `not_found` where the
 * member sees no such event, `forbidden` where they may not take it back, `conflict` where it was taken back
 * before, or where what it changed has been changed since: later work is never taken along.
 */
export async function undoEvent(
  scope: StudyScope,
  { eventId, undoes }: z.output<typeof UndoEvent>,
): Promise<TakenBack> {
  const event = await eventOf(scope, undoes, eventId);
  const way = wayBack(scope, event);
  if (event.forgotten !== null) throw new AppError("conflict", { detail: `history_${event.forgotten}` });
  if (way === null) throw new AppError("forbidden");
  const { transcriptId } = event;
  const header = { id: eventId, undoes };
  const taken = { kind: event.kind, redone: event.undoes !== null };
  if (way === "passages" && transcriptId !== null) {
    const version = await prisma().transcriptVersion.findFirstOrThrow({
      where: { transcriptId, current: true },
      select: { id: true },
    });
    await undoPassages(scope, { eventId, transcriptId, versionId: version.id, undoes });
  } else if (way === "coding" && transcriptId !== null) {
    await mutate<Json>(scope, { ...header, kind: "coding.undo", transcriptId }, async (tx) => {
      await holdTranscripts(tx, scope, transcriptId);
      const passes = await takeBackCodings(tx, scope, [undoes], { whole: true, tell: untold });
      return writeOne(tx, passes);
    });
  } else if (way === "codebook") {
    await undoCodebook(scope, { eventId, studyId: scope.studyId, undoes });
  } else if (way === "restore" || way === "found") {
    const work = { id: eventId, kind: "undo" } as const;
    await asWork(scope, work, (tell) =>
      takeBackWhole(scope, header, { ...WHOLES[way], after: event.after }, tell),
    );
  } else {
    const changes = changesOf({ ...event, studyId: scope.studyId }) ?? [];
    await mutate<Json>(scope, { ...header, kind: "history.undo" }, async (tx) => {
      // Erased since it was read above: now that this writes, nothing is.
      if (await tx.historyEvent.findFirst({ where: { id: undoes, NOT: { forgotten: null } } }))
        throw new AppError("conflict", { detail: "history_erased" });
      const { rows } = await takeBackRows(tx, scope, changes);
      return { before: null, after: { rows } };
    });
  }
  return taken;
}

/** The kinds of events that have one in each transcript, and of these. */
const WHOLES = {
  restore: { whole: "history.restore", part: "coding.restore" },
  found: { whole: "search.code", part: "coding.search" },
} as const;

interface Whole {
  whole: string;
  part: "coding.restore" | "coding.search";
  after: unknown;
}

/** Takes back an event that has one in each transcript, as one that has again. */
function takeBackWhole(
  scope: StudyScope,
  header: { id: string; undoes: string },
  { whole, part, after }: Whole,
  tell: Tell,
): Promise<Json> {
  return mutate<Json>(
    scope,
    { ...header, kind: whole },
    async (tx) => {
      await holdTranscripts(tx, scope);
      const { parts, codeId } = isRecord(after) ? after : {};
      const ids = (Array.isArray(parts) ? parts : []).filter((id) => typeof id === "string");
      const passes = await takeBackCodings(tx, scope, ids, { whole: part === "coding.search", tell });
      const code = typeof codeId === "string" ? { codeId } : {};
      const written = await writeParts(tx, scope, { kind: part, undoes: ids, passes });
      return { before: null, after: { ...code, ...written } };
    },
    { timeout: 180_000 },
  );
}

async function eventOf(scope: StudyScope, id: string, by: string) {
  const [seen] = await prisma().$queryRawUnsafe<unknown[]>(
    `SELECT 1 FROM "HistoryEvent" e WHERE ${visibleEvents(scope)} AND e."id" = $3::uuid`,
    scope.studyId,
    scope.userId,
    id,
  );
  if (!seen) throw new AppError("not_found");
  const [event, undone] = await Promise.all([
    prisma().historyEvent.findUniqueOrThrow({ where: { id } }),
    prisma().historyEvent.findFirst({ where: { undoes: id }, select: { id: true } }),
  ]);
  // Sent twice, the second sending finds its own first.
  if (undone && undone.id !== by) throw new AppError("conflict", { detail: "history_undone" });
  return event;
}

/** The member's own next step, back or forth, outside of texts; null where there is none. */
export async function stepBack(
  scope: StudyScope,
  { eventId, direction }: z.output<typeof StepBack>,
): Promise<TakenBack | null> {
  const rows = await prisma().historyEvent.findMany({
    where: {
      studyId: scope.studyId,
      actorId: scope.userId,
      // What is done in a text is taken back there; what a change of the codebook did in one, with the change.
      NOT: [
        { kind: { startsWith: "coding." } },
        { kind: { startsWith: "passage." } },
        { kind: { startsWith: "code." }, transcriptId: { not: null } },
      ],
    },
    orderBy: { seq: "desc" },
    take: STEPS,
    select: {
      id: true,
      seq: true,
      undoes: true,
      kind: true,
      actorId: true,
      transcriptId: true,
      before: true,
      after: true,
      forgotten: true,
    },
  });
  // What cannot be taken back is not stepped over: undoing something older would surprise.
  const barrier = rows.findIndex((row) => wayBack(scope, row) === null);
  const possible = barrier < 0 ? rows : rows.slice(0, barrier);
  const steps = possible.map(({ id, seq, undoes }) => ({ id, seq: Number(seq), undoes }));
  const next = (direction === "undo" ? nextUndo : nextRedo)(steps);
  return next && undoEvent(scope, { eventId, undoes: next.id });
}

/** How far back one's own steps are looked at. */
const STEPS = 200;
