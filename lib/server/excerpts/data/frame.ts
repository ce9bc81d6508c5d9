import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { descendants, flatten, pathOf } from "@/lib/domain/codebook";
import type { Permission } from "@/lib/domain/permission";
import type { ExcerptFilter } from "@/lib/schemas/excerpts";
import { named, seenSegments } from "@/lib/server/blind";
import {
  attributesOf,
  belongsTo,
  defaultsOf,
  type Frame,
  type FrameInterviewee,
  filterOf,
  frameOf,
  type KnownAttribute,
  SOURCE,
} from "@/lib/server/compare/data";
import { pool } from "@/lib/server/db";
import type { Connection } from "./contexts";

/** A transcript that may hold excerpts. */
export interface ExcerptTranscript {
  id: string;
  versionId: string;
  title: string;
  language: string;
  pairId: string | null;
  date: string | null;
  /** Who speaks in it, of the interviewees; null stands for a speaker not yet known to be one. */
  people: (string | null)[];
  /** What it is known by, where it is no interview. */
  source: string | null;
  /** Whether this is an older version of it: what still stands on one waits to be placed after a correction. */
  waiting: boolean;
}

/** All that a row of the database needs to become an excerpt. */
export interface ExcerptFrame {
  scope: StudyScope;
  study: string;
  /** In the order of excerpts: by the interviewees' numbers, then by date. */
  transcripts: ExcerptTranscript[];
  people: Map<string, FrameInterviewee & { sector: string }>;
  defaults: Map<string, Permission>;
  codes: Map<string, { path: string; hue: number }>;
  questions: Map<string, { key: string; cluster: string }>;
  coders: Map<string, string>;
  tree: Frame["tree"];
  /** Those that the filter names. */
  attributes: KnownAttribute[];
}

const older = (scope: StudyScope) =>
  `EXISTS (SELECT 1 FROM ${seenSegments(scope)} s WHERE s."versionId" = v."id" AND s."deletedAt" IS NULL)`;

/** Which versions of the transcripts: the current ones; the older ones that hold what waits; or both. */
const VERSIONS = {
  current: () => `v."current"`,
  waiting: (scope: StudyScope) => `NOT v."current" AND ${older(scope)}`,
  all: (scope: StudyScope) => `(v."current" OR ${older(scope)})`,
} as const;
export type Versions = keyof typeof VERSIONS;

const transcriptsOf = (scope: StudyScope, versions: Versions) => `
SELECT t."id", v."id" AS "versionId", t."title", t."language", t."pairId", NOT v."current" AS waiting,
  coalesce(i."date", t."date")::text AS date, coalesce(p.people, '[]') AS people,
  CASE WHEN t."kind" <> 'interview' THEN ${SOURCE} END AS source
FROM "Transcript" t
JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND ${VERSIONS[versions](scope)}
LEFT JOIN "Interview" i ON i."id" = t."interviewId"
LEFT JOIN LATERAL (
  SELECT json_agg(p."intervieweeId") AS people, min(n."number") AS first FROM "Speaker" p
  LEFT JOIN "Interviewee" n ON n."id" = p."intervieweeId" WHERE p."transcriptId" = t."id" AND p."role" = 'interviewee'
) p ON true
WHERE t."studyId" = $1 ORDER BY p.first NULLS LAST, i."date", t."createdAt", t."id", v."number" DESC`;

/** Whether anything in the study waits to be placed: seldom, and quicker to say than what it is. */
export async function anythingWaits(scope: StudyScope): Promise<boolean> {
  const { rows } = await pool().query<{ waits: boolean }>({
    ...named(scope, "excerpt-anything-waits"),
    text: `SELECT EXISTS (SELECT 1 FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id"
      WHERE t."studyId" = $1 AND ${VERSIONS.waiting(scope)}) AS waits`,
    values: [scope.studyId],
  });
  return rows[0]?.waits ?? false;
}

const namesOf = (scope: StudyScope) => `
SELECT s."title" AS study, (SELECT coalesce(json_object_agg(u."id", u."name"), '{}') FROM "User" u
  WHERE u."id" IN (SELECT g."coderId" FROM ${seenSegments(scope)} g WHERE g."studyId" = s."id")) AS coders
FROM "Study" s WHERE s."id" = $1`;

export async function excerptFrame(
  scope: StudyScope,
  { attributes: groups }: Pick<ExcerptFilter, "attributes"> = {},
  versions: Versions = "current",
  connection: Connection = pool(),
): Promise<ExcerptFrame> {
  const values = [scope.studyId];
  const [frame, attributes, transcripts, names] = await Promise.all([
    frameOf(scope, connection),
    attributesOf(scope, { attributes: groups }, connection),
    connection.query<ExcerptTranscript>({
      ...named(scope, `excerpt-transcripts-${versions}`),
      text: transcriptsOf(scope, versions),
      values,
    }),
    connection.query<{ study: string; coders: Record<string, string> }>({
      ...named(scope, "excerpt-names"),
      text: namesOf(scope),
      values,
    }),
  ]);
  const sectors = new Map(frame.sectors.map(({ id, name }) => [id, name]));
  const clusters = new Map(frame.clusters.map(({ id, key }) => [id, key]));
  return {
    scope,
    study: names.rows[0]?.study ?? "",
    transcripts: transcripts.rows,
    people: new Map(
      frame.interviewees.map((person) => [
        person.id,
        { ...person, sector: sectors.get(person.sectorId) ?? "" },
      ]),
    ),
    defaults: defaultsOf(frame),
    codes: new Map(
      flatten(frame.tree).map(({ code }) => [code.id, { path: pathOf(frame.tree, code.id), hue: code.hue }]),
    ),
    questions: new Map(
      frame.questions.map(({ id, key, clusterId }) => [id, { key, cluster: clusters.get(clusterId) ?? "" }]),
    ),
    coders: new Map(Object.entries(names.rows[0]?.coders ?? {})),
    tree: frame.tree,
    attributes,
  };
}

/** The filter with its names resolved: the codes below, the people of a sector, the transcripts in question. */
export interface Wanted {
  scope: StudyScope;
  codeIds: string[] | null;
  people: Set<string> | null;
  /** The list names single interviewees, or says more of them than their sector: what may not be tied to a number is left out. */
  single: boolean;
  transcripts: ExcerptTranscript[];
  count: ReturnType<typeof filterOf>;
}

export function wantedOf(frame: ExcerptFrame, filter: ExcerptFilter): Wanted {
  const { code, below, sector, interviewees, attributes, of, source, language } = filter;
  const ofGroups = belongsTo(frame.attributes, attributes ?? []);
  const belongs = ({ id, sectorId }: FrameInterviewee) =>
    (!sector || sectorId === sector) && (interviewees?.includes(id) ?? true) && ofGroups(id);
  const single = interviewees !== undefined || attributes !== undefined;
  const narrowed = sector !== undefined || single;
  const people = narrowed ? new Set([...frame.people.values()].filter(belongs).map(({ id }) => id)) : null;
  return {
    scope: frame.scope,
    codeIds: code ? (below === "only" ? [code] : descendants(frame.tree, code).map(({ id }) => id)) : null,
    people,
    single,
    transcripts: frame.transcripts.filter(
      (transcript) =>
        (!language || transcript.language === language) &&
        (!of || (transcript.source === null) === (of === "interviews")) &&
        (!source || transcript.source === source) &&
        (!people || transcript.people.some((id) => id !== null && people.has(id))),
    ),
    count: filterOf(filter),
  };
}

export async function studyTitle(scope: StudyScope): Promise<string> {
  const { rows } = await pool().query<{ title: string }>({
    name: "excerpt-study",
    text: `SELECT "title" FROM "Study" WHERE "id" = $1`,
    values: [scope.studyId],
  });
  return rows[0]?.title ?? "";
}
