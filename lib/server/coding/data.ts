import "server-only";
import type { PoolClient } from "pg";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Change, CodingState, Operation, SegmentState, View } from "@/lib/domain/coding";
import { contextOf } from "@/lib/domain/segment";
import { isBoundary } from "@/lib/domain/text";
import { Change as ChangeSchema } from "@/lib/schemas/coding";
import { pool, prisma } from "@/lib/server/db";

/** Text loaded around a range, so that its context can be cut whatever lies at the border. */
const MARGIN = 64;

const SEGMENT = `'id', g."id", 'versionId', g."versionId", 'coderId', g."coderId", 'start', g."start", 'end', g."end",
  'quote', g."quote", 'before', g."before", 'after', g."after", 'stance', g."stance", 'permission', g."permission",
  'memo', g."memo", 'deleted', g."deletedAt" IS NOT NULL`;
const CODING = `'id', c."id", 'segmentId', c."segmentId", 'codeId', c."codeId", 'coderId', c."coderId",
  'revision', c."revision", 'deleted', c."deletedAt" IS NOT NULL`;

/** The coder's own event in the transcript, unless it has been taken back. */
const EVENT = `
  SELECT e."id", e."before", e."after" FROM "HistoryEvent" e
  WHERE e."id" = $9 AND e."actorId" = $3 AND e."transcriptId" = $2 AND e."kind" LIKE 'coding.%'
    AND NOT EXISTS (SELECT 1 FROM "HistoryEvent" u WHERE u."undoes" = e."id")`;

/** Its segments, and those that stand now where they stood before it. */
const EVENT_SEGMENTS = `
  UNION SELECT (x->>'id')::uuid FROM event, jsonb_array_elements(event."after"->'segments') x
  UNION SELECT s."id" FROM event, jsonb_array_elements(event."before"->'segments') x JOIN "Segment" s
    ON s."versionId" = (x->>'versionId')::uuid AND s."coderId" = $3
    AND s."start" = (x->>'start')::int AND s."end" = (x->>'end')::int AND s."deletedAt" IS NULL`;

/**
 * All that planning one operation needs, in one query. The segments are locked; the codings are the
 * coder's own, whose writes in the transcript the caller has put in line (see mutations.ts). The event to
 * take back is looked for by an undo alone: every operation would pay for a plan that has it.
 */
const viewWith = ({ event }: { event: boolean }) => `
WITH ${event ? `event AS (${EVENT}), ` : ""}version AS (
  SELECT v."id", v."length" FROM "TranscriptVersion" v WHERE v."transcriptId" = $2 AND v."current"
), wanted AS (
  SELECT $4::uuid AS "id"
  UNION SELECT s."id" FROM version v JOIN "Segment" s
    ON s."versionId" = v."id" AND s."coderId" = $3 AND s."start" = $5 AND s."end" = $6 AND s."deletedAt" IS NULL
  ${event ? EVENT_SEGMENTS : ""}
), segments AS MATERIALIZED (
  SELECT g.* FROM "Segment" g WHERE g."id" IN (SELECT "id" FROM wanted) FOR UPDATE
)
SELECT v."id" AS "versionId", v."length", home."revision",
  (SELECT json_agg(json_build_object(${SEGMENT}, 'studyId', g."studyId")) FROM segments g) AS segments,
  (SELECT json_agg(json_build_object(${CODING})) FROM "Coding" c WHERE c."segmentId" IN (SELECT "id" FROM segments)) AS codings,
  (SELECT json_agg(json_build_object('id', k."id", 'retired', k."retiredAt" IS NOT NULL)) FROM "Code" k
    WHERE k."id" = ANY($7::uuid[]) AND k."studyId" = home."id") AS codes,
  (SELECT json_build_object('offset', min(p."start"), 'text', string_agg(p."text", '' ORDER BY p."start")) FROM "Paragraph" p
    WHERE p."versionId" = v."id" AND p."start" < $6::int + ${MARGIN} AND p."end" > $5::int - ${MARGIN}) AS "window",
  ${event ? `(SELECT json_build_object('before', event."before", 'after', event."after") FROM event)` : "NULL::json"} AS event,
  (SELECT json_build_object('seq', e."seq", 'own', e."actorId" = $3 AND e."transcriptId" = $2, 'after', e."after")
    FROM "HistoryEvent" e WHERE e."id" = $1) AS done
FROM version v, "Study" home WHERE home."id" = $8`;

const VIEW = { name: "coding-view", text: viewWith({ event: false }) };
const VIEW_UNDO = { name: "coding-view-undo", text: viewWith({ event: true }) };

interface ViewRow {
  versionId: string;
  length: number;
  revision: number;
  segments: (SegmentState & { studyId: string })[] | null;
  codings: CodingState[] | null;
  codes: { id: string; retired: boolean }[] | null;
  window: { offset: number | null; text: string | null };
  event: { before: unknown; after: unknown } | null;
  done: { seq: number; own: boolean; after: unknown } | null;
}

export interface Prepared {
  view: View;
  /** The operation's id is in the history already: by whom, and what came of it. */
  done: { seq: number; own: boolean; change: Change } | null;
}

/** Loads what `plan` has to know, on a connection inside a transaction. */
export async function prepare(
  client: PoolClient,
  scope: StudyScope,
  transcriptId: string,
  operation: Operation,
): Promise<Prepared> {
  const range = "start" in operation ? operation : { start: null, end: null };
  const { rows } = await client.query<ViewRow>({
    ...(operation.kind === "undo" ? VIEW_UNDO : VIEW),
    values: [
      operation.id,
      transcriptId,
      scope.userId,
      "segmentId" in operation ? operation.segmentId : null,
      range.start,
      range.end,
      operation.kind === "apply" ? operation.codings.map(({ codeId }) => codeId) : [],
      scope.codebookStudyId,
      ...(operation.kind === "undo" ? [operation.eventId] : []),
    ],
  });
  const row = rows[0];
  if (!row) throw new Error(`transcript ${transcriptId} has no current version`);
  return {
    view: viewOf(row, scope),
    done: row.done && { seq: row.done.seq, own: row.done.own, change: ChangeSchema.parse(row.done.after) },
  };
}

function viewOf(row: ViewRow, scope: StudyScope): View {
  // A made-up id may name a segment of another study: it is taken, and nothing more is said of it.
  const segments = (row.segments ?? []).map(({ studyId, ...segment }) =>
    studyId === scope.studyId ? segment : { ...segment, coderId: "" },
  );
  const { offset, text } = row.window;
  return {
    actorId: scope.userId,
    setsPermissions: can(scope.role, "permission.set"),
    revision: row.revision,
    version: { id: row.versionId, length: row.length },
    context(start, end) {
      if (offset === null || text === null) return null;
      const range = { start: start - offset, end: end - offset };
      return isBoundary(text, range.start) && isBoundary(text, range.end) ? contextOf(text, range) : null;
    },
    segment: (id) => segments.find((segment) => segment.id === id),
    ownSegmentAt: (start, end) =>
      segments.find(
        (s) =>
          !s.deleted &&
          s.coderId === scope.userId &&
          s.versionId === row.versionId &&
          s.start === start &&
          s.end === end,
      ),
    codingsOf: (segmentId) => (row.codings ?? []).filter((coding) => coding.segmentId === segmentId),
    code: (id) => row.codes?.find((code) => code.id === id),
    undoable: () =>
      row.event
        ? { before: ChangeSchema.parse(row.event.before), after: ChangeSchema.parse(row.event.after) }
        : undefined,
  };
}

/** Counts up when the payload's form changes, so that no browser goes on with one of the form before. */
const FORM = 2;

/** Number of the transcript's last history event: changes whenever anything of its codings does. */
export async function codingsTag(scope: StudyScope, transcriptId: string): Promise<string> {
  const { rows } = await pool().query<{ tag: string }>({
    name: "codings-tag",
    text: `SELECT ${FORM} || ':' || v."id" || ':' || coalesce((SELECT max(e."seq") FROM "HistoryEvent" e WHERE e."transcriptId" = t."id"), 0) AS tag
      FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
      WHERE t."id" = $1 AND t."studyId" = $2`,
    values: [transcriptId, scope.studyId],
  });
  return rows[0]?.tag ?? "none";
}

const PAYLOAD = `
WITH version AS (
  SELECT v."id" FROM "TranscriptVersion" v JOIN "Transcript" t ON t."id" = v."transcriptId"
  WHERE t."id" = $1 AND t."studyId" = $2 AND v."current"
), segments AS MATERIALIZED (
  SELECT s."id", s."start", s."end", s."coderId", s."stance", s."permission", s."memo",
    extract(epoch FROM s."createdAt")::bigint AS made, row_number() OVER (ORDER BY s."start", s."end" DESC, s."id") - 1 AS n
  FROM "Segment" s WHERE s."versionId" = (SELECT "id" FROM version) AND s."deletedAt" IS NULL
), coders AS (
  SELECT u."id", u."name", row_number() OVER (ORDER BY u."name", u."id") - 1 AS n
  FROM "User" u WHERE u."id" IN (SELECT "coderId" FROM segments)
)
SELECT concat(
  '{"versionId":', coalesce((SELECT to_json("id")::text FROM version), 'null'),
  ',"seq":', coalesce((SELECT max(e."seq") FROM "HistoryEvent" e WHERE e."transcriptId" = $1), 0),
  ',"coders":', coalesce((SELECT json_agg(json_build_object('id', "id", 'name', "name") ORDER BY n) FROM coders)::text, '[]'),
  ',"segments":[', (SELECT string_agg(concat('["', s."id", '",', s."start", ',', s."end", ',', c.n, ',"', s."stance", '",',
      coalesce('"' || s."permission" || '"', 'null'), ',', CASE WHEN s."memo" = '' THEN '""' ELSE to_json(s."memo")::text END,
      ',', s.made, ']'), ',' ORDER BY s.n)
    FROM segments s JOIN coders c ON c."id" = s."coderId"),
  '],"codings":[', (SELECT string_agg(concat('["', c."id", '",', s.n, ',"', c."codeId", '",', c."revision", ']'), ',' ORDER BY s.n, c."createdAt", c."id")
    FROM segments s JOIN "Coding" c ON c."segmentId" = s."id" AND c."deletedAt" IS NULL),
  ']}') AS payload`;

/**
 * The live segments of the current version, as JSON of a `CodingsPayload`, put together by the database.
 * Rows are written out piece by piece, since PostgreSQL's own JSON functions take several times as long.
 */
export async function codingsPayload(scope: StudyScope, transcriptId: string): Promise<string> {
  const { rows } = await pool().query<{ payload: string }>({
    name: "codings-payload",
    text: PAYLOAD,
    values: [transcriptId, scope.studyId],
  });
  return rows[0]?.payload ?? "{}";
}

/** The transcript's facts, the codebook, and who is reading. */
export async function readerFrame(scope: StudyScope, transcriptId: string) {
  const [transcript, codes, home, me] = await Promise.all([
    prisma().transcript.findFirst({
      where: { id: transcriptId, studyId: scope.studyId },
      select: {
        id: true,
        studyId: true,
        title: true,
        kind: true,
        publisher: true,
        date: true,
        language: true,
        pairId: true,
        study: { select: { title: true, notice: true } },
        interview: {
          select: {
            date: true,
            minutes: true,
            interviewers: true,
            interviewees: {
              orderBy: { interviewee: { number: "asc" } },
              select: {
                interviewee: {
                  select: {
                    number: true,
                    position: true,
                    permission: true,
                    sector: { select: { name: true, _count: { select: { interviewees: true } } } },
                  },
                },
              },
            },
          },
        },
      },
    }),
    prisma().code.findMany({
      // Retired ones too: they can't be applied any more, but what was coded with them keeps its name.
      where: { studyId: scope.codebookStudyId },
      orderBy: [{ position: "asc" }, { name: "asc" }],
      select: {
        id: true,
        parentId: true,
        name: true,
        hue: true,
        position: true,
        shortcut: true,
        definition: true,
        whenToUse: true,
        whenNotToUse: true,
        retiredAt: true,
      },
    }),
    prisma().study.findUniqueOrThrow({ where: { id: scope.codebookStudyId }, select: { revision: true } }),
    prisma().user.findUniqueOrThrow({ where: { id: scope.userId }, select: { id: true, name: true } }),
  ]);
  if (!transcript) throw new AppError("not_found");
  const { study, interview, pairId, kind, publisher, date, ...facts } = transcript;
  return {
    transcript: facts,
    /** Where it is no interview. */
    source: kind === "interview" ? null : { kind, publisher, date: date?.toISOString().slice(0, 10) ?? null },
    study: { id: scope.studyId, ...study },
    interview: interview && {
      date: interview.date?.toISOString().slice(0, 10) ?? null,
      minutes: interview.minutes,
      interviewers: interview.interviewers,
      interviewees: interview.interviewees.map(({ interviewee: { sector, ...person } }) => ({
        ...person,
        sector: sector.name,
        soleInSector: sector._count.interviewees === 1,
      })),
    },
    pair: pairId ? await otherHalf(scope, transcriptId, pairId) : null,
    codes: codes.map(({ retiredAt, ...code }) => ({ ...code, retired: retiredAt !== null })),
    revision: home.revision,
    me,
  };
}

/** The same talk in the other language. */
function otherHalf(scope: StudyScope, transcriptId: string, pairId: string) {
  return prisma().transcript.findFirst({
    where: { pairId, studyId: scope.studyId, id: { not: transcriptId } },
    select: { id: true, language: true },
  });
}
