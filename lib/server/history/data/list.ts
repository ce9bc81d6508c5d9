import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import {
  differences,
  type Facts,
  type Forgetting,
  factsOf,
  isRecord,
  type Value,
} from "@/lib/domain/history";
import { withoutNames } from "@/lib/domain/revision";
import { HISTORY_GROUPS, type HistoryFilter, type HistoryPage, type HistoryRow } from "@/lib/schemas/history";
import { pool, prisma } from "@/lib/server/db";
import { linkedSegments } from "@/lib/server/memos/data";
import { visibleEvents } from "./sight";
import { wayBack } from "./undoable";

/** Rows of an event above this many bytes, as they are stored, are not read for a list: it says how many there are. */
const LARGE = 20_000;

const OF_CODE = `(e."after"->'codings' @> $6::jsonb OR e."before"->'codings' @> $6::jsonb
  OR e."after"->'codes' @> $7::jsonb OR e."before"->'codes' @> $7::jsonb OR e."after"->'code' @> $8::jsonb
  OR e."before" @> $8::jsonb OR e."after"->>'codeId' = $8::jsonb->>'id')`;

/**
 * An event in a transcript that stands for a part of another is shown within that one, and by itself only where the
 * other is not among those that are asked for: of one transcript, or, of a restore, of one code. Who is blind sees of
 * others' the parts alone.
 */
function partsHidden({ blind }: StudyScope, { transcript, code }: HistoryFilter): string {
  const kinds = [...(transcript ? [] : ["coding.search"]), ...(transcript || code ? [] : ["coding.restore"])];
  const others = blind ? ` OR e."actorId" <> $2::uuid` : "";
  return kinds.map((kind) => `AND (e."kind" <> '${kind}'${others})`).join(" ");
}

/**
 * A statement of its own for each form of the question, so that the database plans each by what it asks. The page is cut
 * before anything is looked up for its rows: else what was taken back is looked for among all events of all studies.
 */
function statement(scope: StudyScope, filter: HistoryFilter, before: boolean, within: boolean): string {
  const kinds = filter.group ? HISTORY_GROUPS[filter.group] : [];
  const group = kinds.map((kind) => `e."kind" LIKE '${kind}%'`).join(" OR ");
  return `
SELECT e."id", e."seq"::float8 AS seq, e."at", e."kind", e."actorId", u."name" AS actor, e."undoes" IS NOT NULL AS undoes,
  coalesce(e."transcriptId", t."id") AS "transcriptId", t."title",
  EXISTS (SELECT 1 FROM "HistoryEvent" b WHERE b."undoes" = e."id") AS undone, e."forgotten",
  CASE WHEN coalesce(pg_column_size(e."before"), 0) < ${LARGE} THEN e."before" END AS before,
  CASE WHEN jsonb_typeof(e."after"->'parts') = 'array' THEN e."after" - 'parts'
    WHEN coalesce(pg_column_size(e."after"), 0) < ${LARGE} THEN e."after" END AS after,
  CASE WHEN jsonb_typeof(e."after"->'parts'->0) = 'string' THEN jsonb_array_length(e."after"->'parts') ELSE 0 END AS parts,
  CASE WHEN e."undoes" IS NULL THEN 0 WHEN jsonb_typeof(e."after"->'left') = 'number' THEN (e."after"->>'left')::int
    WHEN jsonb_typeof(e."after"->'left') = 'array' THEN jsonb_array_length(e."after"->'left') ELSE 0 END AS "left",
  EXISTS (SELECT 1 FROM "HistoryEvent" b WHERE b."undoes" = e."id" AND b."after"->'left' <> '0') AS partly,
  CASE WHEN jsonb_typeof(e."after"->'codings') = 'number' THEN (e."after"->>'codings')::int ELSE 0 END AS codings,
  CASE WHEN pg_column_size(e."after") >= ${LARGE} AND jsonb_typeof(e."after"->'segments') = 'array'
    THEN jsonb_array_length(e."after"->'segments') END AS many
FROM (SELECT e.* FROM "HistoryEvent" e
WHERE ${visibleEvents(scope)} AND ${before ? `e."seq" < $3` : "$3::bigint IS NULL"}
  AND ${filter.by ? `e."actorId" = $4` : "$4::uuid IS NULL"}
  AND ${filter.transcript ? `(e."transcriptId" = $5 OR e."after"->>'transcriptId' = $5::text)` : "$5::uuid IS NULL"}
  AND ${filter.code ? OF_CODE : "$6::jsonb IS NULL AND $7::jsonb IS NULL AND $8::jsonb IS NULL"}
  AND ${filter.from ? `e."at" >= $9` : "$9::timestamptz IS NULL"} AND ${filter.until ? `e."at" < $10` : "$10::timestamptz IS NULL"}
  ${group ? `AND (${group})` : ""}
  AND ${within ? IN_WHOLE : `$12::uuid IS NULL ${partsHidden(scope, filter)}`}
ORDER BY e."seq" DESC LIMIT $11) e JOIN "User" u ON u."id" = e."actorId" LEFT JOIN "Transcript" t ON t."id" = e."transcriptId"
ORDER BY e."seq" DESC`;
}

/** The parts of the event, which is of the study too. A change of the codebook names its own in another form: they are no rows here. */
const IN_WHOLE = `e."id" IN (SELECT p::uuid FROM "HistoryEvent" w, jsonb_array_elements_text(w."after"->'parts') p
  WHERE w."id" = $12 AND w."studyId" = $1 AND jsonb_typeof(w."after"->'parts'->0) = 'string')`;

interface Row {
  id: string;
  seq: number;
  at: Date;
  kind: string;
  actorId: string;
  actor: string;
  undoes: boolean;
  transcriptId: string | null;
  title: string | null;
  undone: boolean;
  forgotten: Forgetting | null;
  before: unknown;
  after: unknown;
  parts: number;
  codings: number;
  left: number;
  partly: boolean;
  /** How many segments a large event is about. */
  many: number | null;
}

/** A page of the events that the member sees, the newest first, each with what can be said of it. */
export async function historyPage(
  scope: StudyScope,
  filter: HistoryFilter,
  { before, limit, within }: { before?: number; limit: number; within?: string },
): Promise<HistoryPage> {
  const { code } = filter;
  const { rows } = await pool().query<Row>(
    statement(scope, filter, before !== undefined, within !== undefined),
    [
      scope.studyId,
      scope.userId,
      before ?? null,
      filter.by ?? null,
      filter.transcript ?? null,
      code ? JSON.stringify([{ codeId: code }]) : null,
      code ? JSON.stringify([{ id: code }]) : null,
      code ? JSON.stringify({ id: code }) : null,
      filter.from ?? null,
      filter.until ?? null,
      limit + 1,
      within ?? null,
    ],
  );
  const page = rows.slice(0, limit);
  const facts = page.map(({ before, after }) =>
    scope.blind && (ofOthers(scope.userId, before) || ofOthers(scope.userId, after))
      ? factsOf(null, null)
      : factsOf(before, after),
  );
  const [codes, links, hidden] = await Promise.all([
    codesOf(scope, facts),
    linkedSegments(
      scope,
      facts.flatMap(({ segmentId }) => segmentId ?? []),
    ),
    hiddenNames(scope),
  ]);
  const shown = page.map((row, at): HistoryRow => {
    const known = facts[at] ?? factsOf(null, null);
    const link = known.segmentId === null ? undefined : links[known.segmentId];
    return {
      id: row.id,
      seq: row.seq,
      at: row.at.toISOString(),
      kind: row.kind,
      actorId: row.actorId,
      actor: row.actor,
      transcript: row.transcriptId && row.title !== null ? { id: row.transcriptId, title: row.title } : null,
      segmentId: link ? known.segmentId : null,
      quote: link?.quote ?? null,
      codes: known.codeIds.flatMap((id) => codes.get(id) ?? []),
      count: row.many ?? known.count,
      parts: row.parts,
      codings: row.codings,
      // Of a change of the codebook it is everybody's, of which who is blind sees a part.
      left: scope.blind && row.kind.startsWith("code.") ? 0 : row.left,
      was: hidden(known.was),
      name: hidden(known.name),
      about: known.about,
      // What one with parts changed is told by these.
      differences: (row.parts > 0 ? [] : toldOf(scope, row)).map(({ field, before: was, after }) => ({
        field,
        before: hidden(was),
        after: hidden(after),
      })),
      undone: row.undone,
      partly: row.partly && !(scope.blind && row.kind.startsWith("code.")),
      forgotten: row.forgotten,
      undoes: row.undoes,
      mayUndo: !row.undone && wayBack(scope, row) !== null,
      erasable: erasableIn(scope, row),
    };
  });
  const last = page.at(-1);
  return { rows: shown, next: last && rows.length > limit ? last.seq : null };
}

/** The interviewee whom an event has deleted, and nothing has brought back or erased since. */
function erasableIn({ role }: StudyScope, { kind, undone, forgotten, before }: Row): HistoryRow["erasable"] {
  if (kind !== "interviewee.delete" || undone || forgotten !== null || !can(role, "consent.erase"))
    return null;
  const { id, number } = isRecord(before) ? before : {};
  return typeof id === "string" && typeof number === "number" ? { intervieweeId: id, number } : null;
}

/** How much a correction moved, of everybody's segments: what it tells of others' work is not said to who is blind. */
const COUNTED = new Set(["placed", "queued"]);

/** The fields that changed, as far as somebody who is blind may know them: of rows that are another's, none. */
function toldOf(scope: StudyScope, { kind, before, after, forgotten }: Row) {
  // Of an event that is not whole any more, what is left would say something else.
  if (forgotten !== null) return [];
  const all = differences(kind, before, after);
  if (!scope.blind) return all;
  const foreign = ofOthers(scope.userId, before) || ofOthers(scope.userId, after);
  return foreign ? [] : all.filter(({ field }) => !COUNTED.has(field));
}

/** Whether a side of an event holds what another has coded or written. */
function ofOthers(userId: string, side: unknown): boolean {
  if (Array.isArray(side)) return side.some((each) => ofOthers(userId, each));
  if (!isRecord(side)) return false;
  const whose = side.coderId ?? side.authorId;
  return (
    (typeof whose === "string" && whose !== userId) ||
    Object.values(side).some((each) => ofOthers(userId, each))
  );
}

async function codesOf({ codebookStudyId }: StudyScope, facts: readonly Facts[]) {
  const ids = [...new Set(facts.flatMap(({ codeIds }) => codeIds))];
  const rows = await prisma().code.findMany({
    where: { id: { in: ids }, studyId: codebookStudyId },
    select: { id: true, name: true, hue: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Puts pseudonyms for names in what people have written, for those who may not see what these stand for. */
async function hiddenNames(scope: StudyScope): Promise<<V extends Value>(value: V) => V> {
  if (can(scope.role, "originals.view")) return (value) => value;
  const rows = await prisma().pseudonym.findMany({ where: { studyId: scope.studyId } });
  const names = new Map(rows.map(({ original, replacement }) => [original, replacement]));
  return (value) => (typeof value === "string" ? (withoutNames(value, names) as typeof value) : value);
}
