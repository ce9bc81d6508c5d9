import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { PreviewRestore, RestoreCodings, RestoreMoment, RestorePreview } from "@/lib/schemas/history";
import { seenEvents, sightIn } from "@/lib/server/blind";
import { prisma } from "@/lib/server/db";
import { mutate, type Tx } from "@/lib/server/history";
import type { Json } from "@/lib/server/json";
import { lockCodings, lockVersions } from "@/lib/server/locks";
import { asWork, type Tell } from "@/lib/server/long-work/mutations";
import { carryOut, countWorkedOut, ON_CODINGS, rowsOf, transcriptsOf, workOut } from "./codings-then";
import { leaveAlone, leftCount, leftIn } from "./left-alone";
import { Passes } from "./passes";

/** Working out, writing, and writing down. */
export const PASSES = 3;

/** A hundred thousand codings are restored in some seconds; a busy database may take longer. */
const PATIENCE = { timeout: 180_000 };

/** What bringing the codings back to a moment would do. Nothing is written. */
export function previewRestore(
  scope: StudyScope,
  { workId, moment }: z.output<typeof PreviewRestore>,
): Promise<RestorePreview> {
  return asWork(scope, { id: workId, kind: "look" }, (tell) => look(scope, moment, tell));
}

function look(
  scope: StudyScope,
  moment: z.output<typeof RestoreMoment>,
  tell: Tell,
): Promise<RestorePreview> {
  return prisma().$transaction(async (tx) => {
    const { studyId, userId } = scope;
    const seq = "seq" in moment ? moment.seq : await lastBefore(tx, studyId, moment.at);
    const { seq: base } = await tx.study.findUniqueOrThrow({ where: { id: studyId }, select: { seq: true } });
    const event = await tx.historyEvent.findUnique({
      where: { studyId_seq: { studyId, seq } },
      select: { at: true },
    });
    const taken = { after: seq };
    const passes = new Passes(await transcriptsOf(tx, scope, taken), 1, tell);
    await workOut(tx, scope, taken, { whole: false, passes });
    const counted = await countWorkedOut(tx);
    const people = await tx.user.findMany({
      where: { id: { in: counted.coders.map(({ id }) => id) } },
      select: { id: true, name: true },
    });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return {
      ...counted,
      seq,
      base: Number(base),
      at: event?.at.toISOString() ?? null,
      coders: counted.coders.map((row) => ({
        ...row,
        name: names.get(row.id) ?? "",
        own: row.id === userId,
      })),
    };
  }, PATIENCE);
}

async function lastBefore(tx: Tx, studyId: string, at: string): Promise<number> {
  const event = await tx.historyEvent.findFirst({
    where: { studyId, at: { lte: new Date(at) } },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  return Number(event?.seq ?? 0);
}

/** What an event of a restore holds: what it came to, and the event in each transcript that holds the rows. */
export interface Restored {
  seq: number;
  segments: number;
  codings: number;
  parts: string[];
  /** How many segments stayed as they were since; not said where none did. */
  left?: number;
}

/**
 * Brings all codings of the study, everybody's, back to what they were right after an event, as one event that
 * can be taken back, with one in each transcript. Throws `stale` where somebody coded since the preview was made.
 */
export function restoreCodings(scope: StudyScope, input: z.output<typeof RestoreCodings>) {
  return asWork(scope, { id: input.eventId, kind: "restore" }, (tell) => restore(scope, input, tell));
}

function restore(
  scope: StudyScope,
  { eventId, seq, base }: z.output<typeof RestoreCodings>,
  tell: Tell,
): Promise<Restored> {
  return mutate<Restored & Json>(
    scope,
    { id: eventId, kind: "history.restore" },
    async (tx) => {
      await holdTranscripts(tx, scope);
      const [since] = await tx.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "HistoryEvent" e WHERE e."studyId" = $1::uuid AND e."seq" > $2::bigint AND ${ON_CODINGS} AND ${seenEvents(scope)} LIMIT 1`,
        scope.studyId,
        base,
      );
      if (since) throw new AppError("conflict", { detail: "history_coded" });
      const taken = { after: seq };
      const passes = new Passes(await transcriptsOf(tx, scope, taken), PASSES, tell);
      await workOut(tx, scope, taken, { whole: false, passes });
      const written = await writeParts(tx, scope, { kind: "coding.restore", undoes: null, passes });
      return { before: null, after: { seq, ...written } };
    },
    PATIENCE,
  );
}

/**
 * Takes events on codings back, inside a transaction that writes its own event. What has been changed since is left
 * alone with the whole of its segment, if the person has said so by `rest`; else throws `Stays`, which names it. Throws
 * `conflict` where nothing is left to take back.
 */
export async function takeBackCodings(
  tx: Tx,
  scope: StudyScope,
  ids: readonly string[],
  { whole, rest, tell }: { whole: boolean; rest: boolean; tell: Tell },
): Promise<Passes> {
  await refuseUnseen(tx, scope, ids);
  const passes = new Passes(await transcriptsOf(tx, scope, { ids }), PASSES, tell);
  await workOut(tx, scope, { ids }, { whole, passes });
  await leaveAlone(tx, scope, ids, rest);
  return passes;
}

interface PartsToWrite {
  kind: "coding.restore" | "coding.search";
  /** The parts that are taken back. */
  undoes: readonly string[] | null;
  passes: Passes;
}

/** Throws `conflict` where the events are about codings that the member does not see while a round is blind: half is not taken back. */
async function refuseUnseen(tx: Tx, scope: StudyScope, ids: readonly string[]): Promise<void> {
  if (!scope.blind) return;
  const sees = await sightIn(scope);
  const touched = await tx.$queryRawUnsafe<{ coderId: string; transcriptId: string }[]>(
    `SELECT DISTINCT x #>> '{}' AS "coderId", e."transcriptId" FROM "HistoryEvent" e, jsonb_path_query(e."after", '$.*[*].coderId') x
     WHERE e."id" = ANY($1::uuid[]) AND e."studyId" = $2::uuid AND e."transcriptId" IS NOT NULL`,
    [...ids],
    scope.studyId,
  );
  if (!touched.every(sees)) throw new AppError("conflict", { detail: "history_codings" });
}

/** Writes what was worked out, and an event in each transcript with its rows; of an undo each undoes its counterpart. */
export async function writeParts(
  tx: Tx,
  scope: StudyScope,
  { kind, undoes, passes }: PartsToWrite,
): Promise<Omit<Restored, "seq">> {
  const { studyId, userId } = scope;
  const counted = await tx.$queryRawUnsafe<{ transcriptId: string; undoes: string | null }[]>(
    `SELECT t."transcriptId", (SELECT e."id" FROM "HistoryEvent" e WHERE e."id" = ANY($1::uuid[]) AND e."transcriptId" = t."transcriptId" LIMIT 1) AS undoes
     FROM (SELECT "transcriptId" FROM "pastSegment" UNION SELECT "transcriptId" FROM "pastCoding" UNION SELECT "transcriptId" FROM "pastLeft") t ORDER BY 1`,
    [...(undoes ?? [])],
  );
  const totals = await countWorkedOut(tx);
  await carryOut(tx, passes);
  const parts = counted.map((row) => ({ ...row, id: randomUUID() }));
  const { seq } = await tx.study.update({
    where: { id: studyId },
    data: { seq: { increment: parts.length } },
    select: { seq: true },
  });
  const rows = (side: "now" | "wanted") =>
    rowsOf(side, `p."transcriptId" = n."transcriptId"`, { whole: kind === "coding.search" });
  const first = Number(seq) - parts.length + 1;
  await passes.each(async (transcriptIds) => {
    const here = new Set(transcriptIds);
    const some = parts
      .map((part, at) => ({ ...part, seq: first + at }))
      .filter((part) => here.has(part.transcriptId));
    await tx.$executeRawUnsafe(
      `INSERT INTO "HistoryEvent" ("id", "studyId", "seq", "actorId", "transcriptId", "kind", "undoes", "before", "after")
       SELECT n."id", $1::uuid, n."seq", $2::uuid, n."transcriptId", $3, n."undoes", ${rows("now")}, ${rows("wanted")} || ${leftIn(`p."transcriptId" = n."transcriptId"`)}
       FROM unnest($4::uuid[], $5::bigint[], $6::uuid[], $7::uuid[]) AS n("id", "seq", "transcriptId", "undoes")`,
      studyId,
      userId,
      kind,
      some.map(({ id }) => id),
      some.map(({ seq }) => seq),
      some.map(({ transcriptId }) => transcriptId),
      some.map((part) => part.undoes),
    );
  });
  const sum = ({ back, gone, changed }: typeof totals.segments) => back + gone + changed;
  const left = await leftCount(tx);
  return {
    ...{ segments: sum(totals.segments), codings: sum(totals.codings), parts: parts.map(({ id }) => id) },
    ...(left > 0 && { left }),
  };
}

/** Writes what was worked out of one event, and answers its rows as they were and as they are. */
export async function writeOne(tx: Tx, passes: Passes): Promise<{ before: Json; after: Json }> {
  const rows = (side: "now" | "wanted") => rowsOf(side, "true", { whole: true });
  const [change] = await tx.$queryRawUnsafe<{ before: Json; after: Json }[]>(
    `SELECT ${rows("now")} AS before, ${rows("wanted")} || ${leftIn("true")} AS after`,
  );
  if (!change) throw new Error("a SELECT without FROM answers one row");
  await carryOut(tx, passes);
  return change;
}

/** Nobody codes or corrects in the study until the transaction ends. */
export async function holdTranscripts(
  tx: Tx,
  { studyId, codebookStudyId }: StudyScope,
  only?: string,
): Promise<void> {
  // In the order in which coders take them.
  await lockCodings(tx, codebookStudyId);
  const rows = await tx.transcript.findMany({ where: { studyId, id: only }, select: { id: true } });
  await lockVersions(
    tx,
    rows.map(({ id }) => id),
  );
}
