import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type {
  CountedPassage,
  CountedSegment,
  CountedSource,
  CountedTranscript,
  CountedTurn,
} from "@/lib/domain/compare";
import type { Permission } from "@/lib/domain/permission";
import { wordStarts } from "@/lib/domain/text";
import type { Frame } from "./frame";
import { inSnapshot } from "./snapshot";
import { type Unit, unitsOf } from "./units";
import { ROLE, WHO } from "./voice";

/** A segment with its own permission, where it has one. */
export type SourceSegment = CountedSegment & { readonly permission: Permission | null };

export interface SourceTranscript extends Omit<CountedTranscript, "segments"> {
  readonly segments: readonly SourceSegment[];
}
export type Source = Omit<CountedSource, "transcripts"> & {
  readonly transcripts: readonly SourceTranscript[];
  /** Whether the rows are of the state that the unit names; otherwise something was written since it was read. */
  readonly asNamed: boolean;
};

interface VersionRow {
  versionId: string;
  turns: CountedTurn[];
  passages: Omit<CountedPassage, "clusterId">[];
  segments: SourceSegment[];
}

interface ParagraphRow {
  versionId: string;
  start: number;
  text: string;
}

const VERSIONS = `
SELECT v."id" AS "versionId",
  (SELECT coalesce(json_agg(json_build_object('start', u."start", 'bodyStart', u."bodyStart", 'end', u."end",
      'role', ${ROLE}, 'intervieweeId', ${WHO}, 'align', u."align") ORDER BY u."ordinal"), '[]')
    FROM "Turn" u LEFT JOIN "Speaker" p ON p."id" = u."speakerId" WHERE u."versionId" = v."id") AS turns,
  (SELECT coalesce(json_agg(json_build_object('start', p."start", 'end', p."end", 'questionId', p."questionId",
      'status', p."status") ORDER BY p."start"), '[]')
    FROM "Passage" p WHERE p."versionId" = v."id") AS passages,
  (SELECT coalesce(json_agg(json_build_object('id', s."id", 'start', s."start", 'end', s."end", 'coderId', s."coderId",
      'stance', s."stance", 'permission', s."permission", 'codeIds', c.ids) ORDER BY s."start"), '[]')
    FROM "Segment" s JOIN LATERAL (
      SELECT json_agg(c."codeId") AS ids FROM "Coding" c WHERE c."segmentId" = s."id" AND c."deletedAt" IS NULL
    ) c ON c.ids IS NOT NULL
    WHERE s."versionId" = v."id" AND s."deletedAt" IS NULL) AS segments
FROM "TranscriptVersion" v JOIN "Transcript" t ON t."id" = v."transcriptId"
WHERE v."id" = ANY($1::uuid[]) AND t."studyId" = $2`;

const PARAGRAPHS = `
SELECT p."versionId", p."start", p."text" FROM "Paragraph" p
JOIN "TranscriptVersion" v ON v."id" = p."versionId" JOIN "Transcript" t ON t."id" = v."transcriptId"
WHERE p."versionId" = ANY($1::uuid[]) AND t."studyId" = $2 ORDER BY p."versionId", p."start"`;

/** The plain rows that the units are counted from, all of one moment. A few queries, whatever the number of units. */
export async function sourcesOf(scope: StudyScope, units: readonly Unit[], frame: Frame): Promise<Source[]> {
  const transcripts = units.flatMap((unit) => unit.transcripts);
  const ids = transcripts.map(({ id }) => id);
  const values = [transcripts.map(({ versionId }) => versionId), scope.studyId];
  const { versions, paragraphs, now } = await inSnapshot(async (connection) => ({
    versions: await connection.query<VersionRow>({ name: "compare-versions", text: VERSIONS, values }),
    paragraphs: await connection.query<ParagraphRow>({
      name: "compare-paragraphs",
      text: PARAGRAPHS,
      values,
    }),
    now: await unitsOf(scope, connection, ids),
  }));
  const states = new Map(now.map(({ key, state }) => [key, state]));
  const clusterOf = new Map(frame.questions.map(({ id, clusterId }) => [id, clusterId]));
  const byId = new Map(versions.rows.map((row) => [row.versionId, row]));
  const starts = startsOf(units, paragraphs.rows);
  return units.map((unit) => ({
    tree: frame.tree,
    asNamed: states.get(unit.key) === unit.state,
    transcripts: unit.transcripts.flatMap(({ id, versionId, language }) => {
      const row = byId.get(versionId);
      if (!row) return [];
      const { turns, segments } = row;
      // By the guide as it was when the counting began, which is what the stamp names.
      const passages = row.passages.flatMap((passage) => {
        const clusterId = clusterOf.get(passage.questionId);
        return clusterId === undefined ? [] : [{ ...passage, clusterId }];
      });
      return [{ id, language, starts: starts.get(versionId) ?? [], turns, passages, segments }];
    }),
  }));
}

/** Where the counted units of each version begin, line by line, since none spans a line break. */
function startsOf(units: readonly Unit[], paragraphs: readonly ParagraphRow[]): Map<string, number[]> {
  const languages = new Map(
    units.flatMap((unit) =>
      unit.transcripts.map(({ versionId, language }): [string, string] => [versionId, language]),
    ),
  );
  const starts = new Map<string, number[]>();
  for (const { versionId, start, text } of paragraphs) {
    const list = starts.get(versionId) ?? [];
    for (const at of wordStarts(text, languages.get(versionId) ?? "")) list.push(at + start);
    starts.set(versionId, list);
  }
  return starts;
}
