import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { changesOf, isRecord, type Table } from "@/lib/domain/history";
import type { UndoEvent, UndoOutcome } from "@/lib/schemas/history";
import { seenLeft } from "@/lib/server/codebook/data";
import { undoCodebook } from "@/lib/server/codebook/mutations";
import { prisma } from "@/lib/server/db";
import { mutate } from "@/lib/server/history";
import type { Json } from "@/lib/server/json";
import { asWork, type Tell, untold } from "@/lib/server/long-work/mutations";
import { undoPassages } from "@/lib/server/passages/mutations";
import { Stays } from "@/lib/server/stays";
import { stayingOf, visibleEvents, type Way, wayBack } from "../data";
import { holdTranscripts, takeBackCodings, writeOne, writeParts } from "./restore";
import { takeBackRows } from "./rows";

/**
 * Takes any event back, as an event of its own that can be taken back in turn. What somebody has changed since is never
 * taken along: of codings it stays, and the rest is taken back if `rest` is asked for; else nothing is done, and the
 * answer says what would stay. Throws `not_found` where the member sees no such event, `forbidden` where they may not
 * take it back, `conflict` where it was taken back before, or where what it changed has been changed since.
 */
export async function undoEvent(
  scope: StudyScope,
  { eventId, undoes, rest = false }: z.input<typeof UndoEvent>,
): Promise<UndoOutcome> {
  const event = await eventOf(scope, undoes, eventId);
  const way = wayBack(scope, event);
  if (event.forgotten !== null) throw new AppError("conflict", { detail: `history_${event.forgotten}` });
  if (way === null) throw new AppError("forbidden");
  const said = { kind: aboutOf(scope, event), redone: event.undoes !== null };
  try {
    const after = await takeBack(scope, { ...event, way }, { id: eventId, undoes, rest });
    const unseen = way === "codebook" && scope.blind;
    const left = unseen ? await seenLeft(scope, undoes, eventId) : leftOf(after);
    return { ...said, done: true, left, unseen };
  } catch (error) {
    if (!(error instanceof Stays)) throw error;
    return { ...said, done: false, undoes, staying: await stayingOf(scope, error) };
  }
}

/** What an event was about, as a kind says it; an undo of rows says it by these. */
function aboutOf({ studyId }: StudyScope, event: Awaited<ReturnType<typeof eventOf>>): string {
  const [change] = event.kind === "history.undo" ? (changesOf({ ...event, studyId }) ?? []) : [];
  return change ? `${KINDS_OF[change.table] ?? change.table}.undo` : event.kind;
}

/** What the kinds of events begin with, of tables that no kind is named after. */
const KINDS_OF: Partial<Record<Table, string>> = { values: "interviewee", assignment: "round" };

/** How many segments an event says it has left alone: by themselves, or by their number. */
function leftOf(after: unknown): number {
  const left = isRecord(after) ? after.left : undefined;
  return Array.isArray(left) ? left.length : typeof left === "number" ? left : 0;
}

interface Header {
  id: string;
  undoes: string;
  rest: boolean;
}

type Event = Awaited<ReturnType<typeof eventOf>> & { way: Way };

/** Takes an event back in its way, and answers the rows of the new one as they are. */
async function takeBack(scope: StudyScope, event: Event, header: Header): Promise<unknown> {
  const { id, undoes, rest } = header;
  const { way, transcriptId } = event;
  switch (way) {
    case "passages":
      return takeBackPassages(scope, event, header);
    case "coding":
      return mutate<Json>(
        scope,
        { id, undoes, kind: "coding.undo", transcriptId: transcriptId ?? undefined },
        async (tx) => {
          await holdTranscripts(tx, scope, transcriptId ?? undefined);
          return writeOne(
            tx,
            await takeBackCodings(tx, scope, [undoes], { whole: true, rest, tell: untold }),
          );
        },
      );
    case "codebook":
      return undoCodebook(scope, { eventId: id, undoes, rest });
    case "restore":
    case "found":
      return asWork(scope, { id, kind: "undo" }, (tell) =>
        takeBackWhole(scope, header, { ...WHOLES[way], after: event.after }, tell),
      );
    case "rows":
      return mutate<Json>(scope, { id, undoes, kind: "history.undo" }, async (tx) => {
        // Erased since it was read above: now that this writes, nothing is.
        if (await tx.historyEvent.findFirst({ where: { id: undoes, NOT: { forgotten: null } } }))
          throw new AppError("conflict", { detail: "history_erased" });
        const changes = changesOf({ ...event, studyId: scope.studyId }) ?? [];
        const { rows } = await takeBackRows(tx, scope, changes);
        return { before: null, after: { rows } };
      });
  }
}

async function takeBackPassages(scope: StudyScope, { transcriptId }: Event, { id, undoes }: Header) {
  const version = await prisma().transcriptVersion.findFirstOrThrow({
    where: { transcriptId: transcriptId ?? undefined, current: true },
    select: { id: true, transcriptId: true },
  });
  await undoPassages(scope, {
    eventId: id,
    transcriptId: version.transcriptId,
    versionId: version.id,
    undoes,
  });
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
  { id, undoes, rest }: Header,
  { whole, part, after }: Whole,
  tell: Tell,
): Promise<Json> {
  return mutate<Json>(
    scope,
    { id, undoes, kind: whole },
    async (tx) => {
      await holdTranscripts(tx, scope);
      const { parts, codeId } = isRecord(after) ? after : {};
      const ids = (Array.isArray(parts) ? parts : []).filter((id) => typeof id === "string");
      const passes = await takeBackCodings(tx, scope, ids, {
        whole: part === "coding.search",
        rest,
        tell,
      });
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
