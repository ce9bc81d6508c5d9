import "server-only";
import type { PoolClient } from "pg";
import { can } from "@/lib/access/can";
import { AppError, TRANSCRIPT_ERASED } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Change, CodingState, Operation, SegmentState, View } from "@/lib/domain/coding";
import { contextOf } from "@/lib/domain/segment";
import { isBoundary } from "@/lib/domain/text";
import { Change as ChangeSchema } from "@/lib/schemas/coding";
import { seenBy } from "@/lib/server/blind";

/** Text loaded around a range, so that its context can be cut whatever lies at the border. */
const MARGIN = 64;

/** A segment `g` as history keeps it, for json_build_object. */
export const SEGMENT = `'id', g."id", 'versionId', g."versionId", 'coderId', g."coderId", 'start', g."start", 'end', g."end",
  'quote', g."quote", 'before', g."before", 'after', g."after", 'stance', g."stance", 'permission', g."permission",
  'memo', g."memo", 'certainty', g."certainty", 'deleted', g."deletedAt" IS NOT NULL`;
/** A coding `c`, alike. */
export const CODING = `'id', c."id", 'segmentId', c."segmentId", 'codeId', c."codeId", 'coderId', c."coderId",
  'revision', c."revision", 'deleted', c."deletedAt" IS NOT NULL`;

/** The coder's own event in the transcript, unless it has been taken back, or is not whole any more. */
const EVENT = `
  SELECT e."id", e."before", e."after" FROM "HistoryEvent" e
  WHERE e."id" = $9 AND e."actorId" = $3 AND e."transcriptId" = $2 AND e."kind" LIKE 'coding.%' AND e."kind" <> 'coding.restore'
    AND e."forgotten" IS NULL AND NOT EXISTS (SELECT 1 FROM "HistoryEvent" u WHERE u."undoes" = e."id")`;

/** Its segments, and those that stand now where they stood before it. */
const EVENT_SEGMENTS = `
  UNION SELECT (x->>'id')::uuid FROM event, jsonb_array_elements(event."after"->'segments') x
  UNION SELECT s."id" FROM event, jsonb_array_elements(event."before"->'segments') x JOIN "Segment" s
    ON s."versionId" = (x->>'versionId')::uuid AND s."coderId" = $3
    AND s."start" = (x->>'start')::int AND s."end" = (x->>'end')::int AND s."deletedAt" IS NULL`;

/** Segments by their ids, and the coder's own at further places. */
const MANY_SEGMENTS = `
  UNION SELECT unnest($9::uuid[])
  UNION SELECT s."id" FROM version v JOIN unnest($10::int[], $11::int[]) AS x("start", "end") ON true JOIN "Segment" s
    ON s."versionId" = v."id" AND s."coderId" = $3 AND s."start" = x."start" AND s."end" = x."end" AND s."deletedAt" IS NULL`;

/** Of a segment `g`: it is another coder's, in a transcript where the person sees their own alone (lib/server/blind.ts). */
const UNSEEN = `NOT ${seenBy("g", "$3")}`;

/** Where the window begins: looked up, since to pass over all paragraphs before it takes the longer the further on one is. */
const WINDOW_START = `coalesce((SELECT max(q."start") FROM "Paragraph" q
      WHERE q."versionId" = v."id" AND q."start" <= $5::int - ${MARGIN}), 0)`;

/**
 * All that planning one operation needs, in one query. The segments are locked; the codings are the
 * coder's own, whose writes in the transcript the caller has put in line (see mutations.ts). The event to
 * take back is looked for by an undo alone, and more segments than one by what splits and unites: every
 * operation would pay for a plan that has it.
 */
const viewWith = ({ event, many, blind }: { event?: boolean; many?: boolean; blind: boolean }) => `
WITH ${event ? `event AS (${EVENT}), ` : ""}version AS (
  SELECT v."id", v."length" FROM "TranscriptVersion" v WHERE v."transcriptId" = $2 AND v."current"
), wanted AS (
  SELECT $4::uuid AS "id"
  UNION SELECT s."id" FROM version v JOIN "Segment" s
    ON s."versionId" = v."id" AND s."coderId" = $3 AND s."start" = $5 AND s."end" = $6 AND s."deletedAt" IS NULL
  ${event ? EVENT_SEGMENTS : ""}${many ? MANY_SEGMENTS : ""}
), segments AS MATERIALIZED (
  SELECT g.* FROM "Segment" g WHERE g."id" IN (SELECT "id" FROM wanted) FOR UPDATE
)
SELECT v."id" AS "versionId", v."length", home."revision",
  (SELECT json_agg(json_build_object(${SEGMENT}, 'studyId', g."studyId", 'unseen', ${blind ? UNSEEN : "false"})) FROM segments g) AS segments,
  (SELECT json_agg(json_build_object(${CODING})) FROM "Coding" c WHERE c."segmentId" IN (SELECT "id" FROM segments)) AS codings,
  (SELECT json_agg(json_build_object('id', k."id", 'retired', k."retiredAt" IS NOT NULL)) FROM "Code" k
    WHERE k."id" = ANY($7::uuid[]) AND k."studyId" = home."id") AS codes,
  (SELECT json_build_object('offset', min(p."start"), 'text', string_agg(p."text", '' ORDER BY p."start")) FROM "Paragraph" p
    WHERE p."versionId" = v."id" AND p."start" < $6::int + ${MARGIN} AND p."start" >= ${WINDOW_START}) AS "window",
  ${event ? `(SELECT json_build_object('before', event."before", 'after', event."after") FROM event)` : "NULL::json"} AS event,
  (SELECT json_build_object('seq', e."seq", 'own', e."actorId" = $3 AND e."transcriptId" = $2, 'after', CASE WHEN e."forgotten" IS NULL THEN e."after" END)
    FROM "HistoryEvent" e WHERE e."id" = $1) AS done
FROM version v, "Study" home WHERE home."id" = $8`;

const viewsFor = (blind: boolean) => {
  const name = blind ? "coding-view-blind" : "coding-view";
  return {
    one: { name, text: viewWith({ blind }) },
    undo: { name: `${name}-undo`, text: viewWith({ event: true, blind }) },
    many: { name: `${name}-many`, text: viewWith({ many: true, blind }) },
  };
};
const VIEWS = { seeing: viewsFor(false), blind: viewsFor(true) };

/** The query for an operation, with what it asks beyond the one segment and the one range. */
function viewFor(operation: Operation, blind: boolean): { name: string; text: string; more: unknown[] } {
  const views = blind ? VIEWS.blind : VIEWS.seeing;
  switch (operation.kind) {
    case "undo":
      return { ...views.undo, more: [operation.eventId] };
    case "split": {
      const { left, right } = operation;
      const more = [[right.segmentId], [left.start, right.start], [left.end, right.end]];
      return { ...views.many, more };
    }
    case "unite":
      return { ...views.many, more: [operation.parts.map(({ segmentId }) => segmentId), [], []] };
    default:
      return { ...views.one, more: [] };
  }
}

/** What of the text an operation is about. */
function rangeOf(operation: Operation): { start: number | null; end: number | null } {
  if (operation.kind === "split") return { start: operation.left.start, end: operation.right.end };
  return "start" in operation ? operation : { start: null, end: null };
}

/** The codes that it puts on. */
function codesOf(operation: Operation): string[] {
  if (operation.kind === "recode") return [operation.to.codeId];
  return operation.kind === "apply" ? operation.codings.map(({ codeId }) => codeId) : [];
}

interface ViewRow {
  versionId: string;
  length: number;
  revision: number;
  segments: (SegmentState & { studyId: string; unseen: boolean })[] | null;
  codings: CodingState[] | null;
  codes: { id: string; retired: boolean }[] | null;
  window: { offset: number | null; text: string | null };
  event: { before: unknown; after: unknown } | null;
  done: { seq: number; own: boolean; after: unknown } | null;
}

export interface Prepared {
  view: View;
  /** The operation's id is in the history already: by whom, and what came of it; null where that is gone for good. */
  done: { seq: number; own: boolean; change: Change | null } | null;
}

/** Loads what `plan` has to know, on a connection inside a transaction. */
export async function prepare(
  client: PoolClient,
  scope: StudyScope,
  transcriptId: string,
  operation: Operation,
): Promise<Prepared> {
  const range = rangeOf(operation);
  const { name, text, more } = viewFor(operation, scope.blind);
  const { rows } = await client.query<ViewRow>({
    name,
    text,
    values: [
      operation.id,
      transcriptId,
      scope.userId,
      "segmentId" in operation ? operation.segmentId : null,
      range.start,
      range.end,
      codesOf(operation),
      scope.codebookStudyId,
      ...more,
    ],
  });
  const row = rows[0];
  // Erased since the gate let it pass.
  if (!row) throw new AppError("not_found", { detail: TRANSCRIPT_ERASED });
  return {
    view: viewOf(row, scope),
    done: row.done && {
      seq: row.done.seq,
      own: row.done.own,
      change: row.done.after === null ? null : told(scope, row.done.after),
    },
  };
}

/** What came of an operation, as it is answered when it is sent once more: of what was another's, nothing while a round is blind. */
function told({ blind, userId }: StudyScope, after: unknown): Change {
  const { segments, codings } = ChangeSchema.parse(after);
  const seen = ({ coderId }: { coderId: string }) => !blind || coderId === userId;
  return { segments: segments.filter(seen), codings: codings.filter(seen) };
}

/**
 * A made-up id may name a segment of another study, or one that is hidden while a round is blind: the id is taken,
 * there is no such segment, and nothing more is said of it.
 */
const NOTHING: Omit<SegmentState, "id" | "versionId"> = {
  ...{ coderId: "", start: 0, end: 0, quote: "", before: "", after: "", memo: "", deleted: true },
  ...{ stance: "not_stated", permission: null, certainty: null },
};

function viewOf(row: ViewRow, scope: StudyScope): View {
  const segments = (row.segments ?? []).map(({ studyId, unseen, ...segment }) =>
    studyId === scope.studyId && !unseen ? segment : { ...segment, ...NOTHING },
  );
  const known = new Set(segments.flatMap(({ id, coderId }) => (coderId === "" ? [] : [id])));
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
    codingsOf: (segmentId) =>
      known.has(segmentId) ? (row.codings ?? []).filter((coding) => coding.segmentId === segmentId) : [],
    code: (id) => row.codes?.find((code) => code.id === id),
    undoable: () =>
      row.event
        ? { before: ChangeSchema.parse(row.event.before), after: ChangeSchema.parse(row.event.after) }
        : undefined,
  };
}
