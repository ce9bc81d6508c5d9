import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { HIDDEN } from "@/lib/access/sight";
import { pool } from "./db";

/**
 * What somebody sees while a round is blind, as SQL: the one place that says it, for every statement that reads
 * what coders made. Where nobody is blind, as in most studies, the statements are what they would be without it.
 *
 * The ids stand in the text, so that a statement need not be counted anew for them; they are the scope's own, which
 * came out of the database. Such a statement is prepared under no name (`named`).
 */

type Blindable = Pick<StudyScope, "blind" | "studyId" | "userId">;

const literal = (id: string) => {
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new RangeError(`no id: ${id}`);
  return `'${id}'::uuid`;
};

/** The transcripts in which the member sees their own codings alone, as a query in brackets. */
export const blindIn = ({ studyId, userId }: Pick<StudyScope, "studyId" | "userId">) =>
  `(SELECT "transcriptId" FROM "Blind" WHERE "studyId" = ${literal(studyId)} AND "userId" = ${literal(userId)})`;

/** A condition on a segment by its table's name: that a member, by a parameter, sees it; for statements that have no scope yet. */
export const seenBy = (segment: string, userId: string) =>
  `(${segment}."coderId" = ${userId} OR NOT EXISTS (SELECT 1 FROM "Blind" b WHERE b."studyId" = ${segment}."studyId"
    AND b."userId" = ${userId} AND b."transcriptId" = ${segment}."transcriptId"))`;

/** What stands for "Segment" after FROM or JOIN: the segments that the member sees. */
export function seenSegments(scope: Blindable): string {
  if (!scope.blind) return `"Segment"`;
  return `(SELECT * FROM "Segment" WHERE ("coderId" = ${literal(scope.userId)} OR "transcriptId" NOT IN ${blindIn(scope)}))`;
}

/** A condition on a history event by its table's name: that the member sees it, as `seesEvent` of lib/access/sight.ts has it. */
export function seenEvents(scope: Blindable, event = "e"): string {
  if (!scope.blind) return "true";
  const hidden = HIDDEN.map(([before, where]) =>
    where === "anywhere"
      ? `${event}."kind" LIKE '${before}%'`
      : `(${event}."kind" LIKE '${before}%' AND ${event}."transcriptId" IN ${blindIn(scope)})`,
  );
  // An event without a transcript is in none: "unknown" would hide it.
  return `(${event}."actorId" = ${literal(scope.userId)} OR (${hidden.join(" OR ")}) IS NOT TRUE)`;
}

/** A condition on a memo `m` of a thread that the member sees: while they are blind they see of it what they wrote. */
export const seenMemos = ({ blind, userId }: Blindable) =>
  blind ? `m."authorId" = ${literal(userId)}` : "true";

/** The name to prepare a statement under; none where its text is of one person. */
export const named = ({ blind }: Blindable, name: string) => (blind ? {} : { name });

/** Whether the member sees what a coder made in a transcript. */
export async function sightIn(scope: Blindable) {
  const blind = await blindTranscripts(scope);
  return ({ coderId, transcriptId }: { coderId: string; transcriptId: string }) =>
    coderId === scope.userId || !blind.has(transcriptId);
}

/** The transcripts in which the member sees their own codings alone; mostly none. */
export async function blindTranscripts(scope: Blindable): Promise<ReadonlySet<string>> {
  if (!scope.blind) return new Set();
  const { rows } = await pool().query<{ transcriptId: string }>({
    name: "blind-transcripts",
    text: `SELECT DISTINCT "transcriptId" FROM "Blind" WHERE "studyId" = $1 AND "userId" = $2`,
    values: [scope.studyId, scope.userId],
  });
  return new Set(rows.map(({ transcriptId }) => transcriptId));
}
