import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Shared } from "@/lib/schemas/erasure";
import type { Tx } from "@/lib/server/history";
import { idFrom, plannedId } from "@/lib/server/imports/data";

/** What an erasure reaches, by the ids of the rows that all the rest hangs on. */
export interface Reach {
  /** Of the interviewee; null where a transcript goes alone. */
  person: { id: string; number: number; name: string | null } | null;
  /** Interviews that go, and one that was planned and never made. */
  interviewIds: string[];
  transcriptIds: string[];
  uploadIds: string[];
  memoIds: string[];
  pseudonymIds: string[];
}

/** The interviews with somebody, each with whom else it was held. */
const INTERVIEWS = `
SELECT i."id", coalesce(array_agg(o."number" ORDER BY o."number") FILTER (WHERE o."id" IS NOT NULL), '{}') AS others
FROM "InterviewInterviewee" l JOIN "Interview" i ON i."id" = l."interviewId"
LEFT JOIN "InterviewInterviewee" x ON x."interviewId" = i."id" AND x."intervieweeId" <> l."intervieweeId"
LEFT JOIN "Interviewee" o ON o."id" = x."intervieweeId"
WHERE l."intervieweeId" = $1::uuid AND l."studyId" = $2::uuid GROUP BY i."id"`;

/** The transcripts in which somebody speaks or was interviewed, each with the others of whom that is so. */
const TRANSCRIPTS = `
WITH of AS (
  SELECT t."id", l."intervieweeId" FROM "Transcript" t JOIN "InterviewInterviewee" l ON l."interviewId" = t."interviewId" WHERE t."studyId" = $2::uuid
  UNION SELECT t."id", s."intervieweeId" FROM "Transcript" t JOIN "Speaker" s ON s."transcriptId" = t."id" AND s."intervieweeId" IS NOT NULL
    WHERE t."studyId" = $2::uuid
)
SELECT of."id", t."interviewId", coalesce(array_agg(o."number" ORDER BY o."number") FILTER (WHERE o."id" IS NOT NULL), '{}') AS others
FROM of JOIN "Transcript" t ON t."id" = of."id" LEFT JOIN of x ON x."id" = of."id" AND x."intervieweeId" <> of."intervieweeId" LEFT JOIN "Interviewee" o ON o."id" = x."intervieweeId"
WHERE of."intervieweeId" = $1::uuid GROUP BY of."id", t."interviewId"`;

export interface Held {
  id: string;
  /** The numbers of the others. */
  others: number[];
}

/** The interviews and transcripts of an interviewee, each with who else is in it. */
export async function heldWith(
  tx: Tx,
  { studyId }: StudyScope,
  intervieweeId: string,
): Promise<{ interviews: Held[]; transcripts: (Held & { interviewId: string | null })[] }> {
  const interviews = await tx.$queryRawUnsafe<Held[]>(INTERVIEWS, intervieweeId, studyId);
  const transcripts = await tx.$queryRawUnsafe<(Held & { interviewId: string | null })[]>(
    TRANSCRIPTS,
    intervieweeId,
    studyId,
  );
  return { interviews, transcripts };
}

/**
 * What goes with an interviewee, or with one who was deleted and can be brought back. Throws `not_found` where the study
 * has none such.
 */
export async function reachOfInterviewee(
  tx: Tx,
  scope: StudyScope,
  intervieweeId: string,
  shared: Shared,
): Promise<Reach> {
  const row = await tx.interviewee.findFirst({
    where: { id: intervieweeId, studyId: scope.studyId },
    select: { id: true, number: true, name: { select: { name: true } } },
  });
  if (!row) return reachOfDeleted(tx, scope, intervieweeId);
  const { interviews, transcripts } = await heldWith(tx, scope, intervieweeId);
  const goes = ({ others }: Held) => shared === "whole" || others.length === 0;
  // In a transcript somebody may speak who is not said to have been at the interview; then that stays with it.
  const stay = new Set(transcripts.filter((each) => !goes(each)).map(({ interviewId }) => interviewId));
  const interviewIds = interviews.filter((each) => goes(each) && !stay.has(each.id)).map(({ id }) => id);
  const person = { id: row.id, number: row.number, name: row.name?.name ?? null };
  const planned = plannedId(intervieweeId);
  return reach(tx, scope, person, {
    interviewIds: interviewIds.includes(planned) ? interviewIds : [...interviewIds, planned],
    transcriptIds: transcripts.filter(goes).map(({ id }) => id),
  });
}

/**
 * What is left of somebody who was deleted: nobody is who has a transcript, so it is what the history knows of them and
 * of the interviews that went with them, and what was written on them or handed in. Their name went with them.
 */
async function reachOfDeleted(tx: Tx, scope: StudyScope, intervieweeId: string): Promise<Reach> {
  const [found] = await tx.$queryRawUnsafe<{ number: number; interviewIds: string[] }[]>(
    `SELECT (e."before"->>'number')::int AS number,
       ARRAY(SELECT x->>'id' FROM jsonb_array_elements(e."before"->'interviews') x) AS "interviewIds"
     FROM "HistoryEvent" e
     WHERE e."studyId" = $1::uuid AND e."kind" = 'interviewee.delete' AND e."forgotten" IS NULL AND e."before"->>'id' = $2
     ORDER BY e."seq" DESC LIMIT 1`,
    scope.studyId,
    intervieweeId,
  );
  if (!found) throw new AppError("not_found");
  // An interview that was held with others too is theirs, and stays.
  const there = await tx.interview.findMany({
    where: { id: { in: found.interviewIds } },
    select: { id: true },
  });
  const stay = new Set(there.map(({ id }) => id));
  const interviewIds = found.interviewIds.filter((id) => !stay.has(id));
  const person = { id: intervieweeId, number: found.number, name: null };
  return reach(tx, scope, person, {
    interviewIds: [...new Set([...interviewIds, plannedId(intervieweeId)])],
    transcriptIds: [],
  });
}

/** What goes with a transcript alone. Throws `not_found` where the study has none such. */
export async function reachOfTranscript(tx: Tx, scope: StudyScope, transcriptId: string): Promise<Reach> {
  const { studyId } = scope;
  if (!(await tx.transcript.findFirst({ where: { id: transcriptId, studyId }, select: { id: true } })))
    throw new AppError("not_found");
  return reach(tx, scope, null, { interviewIds: [], transcriptIds: [transcriptId] });
}

async function reach(
  tx: Tx,
  scope: StudyScope,
  person: Reach["person"],
  { interviewIds, transcriptIds }: Pick<Reach, "interviewIds" | "transcriptIds">,
): Promise<Reach> {
  const memos = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT m."id" FROM "Memo" m LEFT JOIN "Segment" g ON g."id" = m."segmentId"
     WHERE m."studyId" = $1::uuid AND (m."intervieweeId" = $2::uuid OR coalesce(m."transcriptId", g."transcriptId") = ANY($3::uuid[]))`,
    scope.studyId,
    person?.id ?? null,
    transcriptIds,
  );
  return {
    person,
    interviewIds,
    transcriptIds,
    memoIds: memos.map(({ id }) => id),
    uploadIds: await uploadsOf(tx, scope, person?.id ?? null, interviewIds, transcriptIds),
    pseudonymIds: await pseudonymsOf(tx, scope, person?.name ?? null, transcriptIds),
  };
}

/**
 * The files of a transcript or a person: those that became the transcript, those that were chosen to, and copies of
 * the same bytes. One that is being stored does not name its transcript yet, whose id follows from its own.
 */
async function uploadsOf(
  tx: Tx,
  { studyId }: StudyScope,
  personId: string | null,
  interviewIds: readonly string[],
  transcriptIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<
    { id: string; sha256: string; transcriptId: string | null; choices: string | null }[]
  >(
    `SELECT u."id", u."sha256", u."transcriptId", u."choices"::text FROM "Upload" u JOIN "ImportBatch" b ON b."id" = u."batchId"
     WHERE b."studyId" = $1::uuid`,
    studyId,
  );
  const gone = new Set(transcriptIds);
  const named = [...(personId === null ? [] : [personId]), ...interviewIds];
  const replaced = (choices: string | null) => (choices === null ? null : replacesIn(choices));
  const own = rows.filter(
    ({ id, transcriptId, choices }) =>
      (transcriptId !== null && gone.has(transcriptId)) ||
      ["transcript", "transcript:second"].some((part) => gone.has(idFrom(id, part))) ||
      gone.has(replaced(choices) ?? "") ||
      // What became another's transcript stays, whoever else is named in it.
      (transcriptId === null && named.some((each) => choices?.includes(each))),
  );
  const bytes = new Set(own.map(({ sha256 }) => sha256));
  const copies = rows.filter(({ sha256, transcriptId }) => transcriptId === null && bytes.has(sha256));
  return [...new Set([...own, ...copies].map(({ id }) => id))];
}

function replacesIn(choices: string): string | null {
  const { replaces } = JSON.parse(choices) as { replaces?: { transcriptId?: string } | null };
  return replaces?.transcriptId ?? null;
}

/** The pseudonyms that were made for what goes: their words are hidden there, or are the name, and nowhere else any more. */
async function pseudonymsOf(
  tx: Tx,
  { studyId }: StudyScope,
  name: string | null,
  transcriptIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `WITH hidden AS (
       SELECT DISTINCT lower(normalize(r."original", NFKC)) AS words, v."transcriptId" = ANY($2::uuid[]) AS goes
       FROM "Redaction" r JOIN "TranscriptVersion" v ON v."id" = r."versionId" JOIN "Transcript" t ON t."id" = v."transcriptId"
       WHERE t."studyId" = $1::uuid)
     SELECT p."id" FROM "Pseudonym" p, LATERAL (SELECT lower(normalize(p."original", NFKC)) AS words) o
     WHERE p."studyId" = $1::uuid AND (o.words = lower(normalize($3::text, NFKC)) OR o.words IN (SELECT words FROM hidden WHERE goes))
       AND o.words NOT IN (SELECT words FROM hidden WHERE NOT goes)`,
    studyId,
    transcriptIds,
    name,
  );
  return rows.map(({ id }) => id);
}
