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
import { named, seenSegments } from "@/lib/server/blind";
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
  /** The state of the unit that the rows are of: another than it was, if something was written since. */
  readonly state: string;
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

const versionsOf = (scope: StudyScope) => `
SELECT v."id" AS "versionId",
  (SELECT coalesce(json_agg(json_build_object('start', u."start", 'bodyStart', u."bodyStart", 'end', u."end",
      'role', ${ROLE}, 'intervieweeId', ${WHO}, 'align', u."align") ORDER BY u."ordinal"), '[]')
    FROM "Turn" u LEFT JOIN "Speaker" p ON p."id" = u."speakerId" WHERE u."versionId" = v."id") AS turns,
  (SELECT coalesce(json_agg(json_build_object('start', p."start", 'end', p."end", 'questionId', p."questionId",
      'status', p."status") ORDER BY p."start"), '[]')
    FROM "Passage" p WHERE p."versionId" = v."id") AS passages,
  (SELECT coalesce(json_agg(json_build_object('id', s."id", 'start', s."start", 'end', s."end", 'coderId', s."coderId",
      'stance', s."stance", 'certainty', s."certainty", 'permission', s."permission", 'codeIds', c.ids) ORDER BY s."start"), '[]')
    FROM ${seenSegments(scope)} s JOIN LATERAL (
      SELECT json_agg(c."codeId") AS ids FROM "Coding" c WHERE c."segmentId" = s."id" AND c."deletedAt" IS NULL
    ) c ON c.ids IS NOT NULL
    WHERE s."versionId" = v."id" AND s."deletedAt" IS NULL) AS segments
FROM "TranscriptVersion" v JOIN "Transcript" t ON t."id" = v."transcriptId"
WHERE v."id" = ANY($1::uuid[]) AND t."studyId" = $2`;

const PARAGRAPHS = `
SELECT p."versionId", p."start", p."text" FROM "Paragraph" p
JOIN "TranscriptVersion" v ON v."id" = p."versionId" JOIN "Transcript" t ON t."id" = v."transcriptId"
WHERE p."versionId" = ANY($1::uuid[]) AND t."studyId" = $2 ORDER BY p."versionId", p."start"`;

/**
 * The plain rows that the units are counted from, with the units' states, all of one moment. A few queries,
 * whatever the number of units.
 */
export async function sourcesOf(scope: StudyScope, units: readonly Unit[], frame: Frame): Promise<Source[]> {
  const ids = units.flatMap((unit) => unit.transcripts.map(({ id }) => id));
  const { now, versions, paragraphs } = await inSnapshot(async (connection) => {
    // A correction since the units were named has made other versions current.
    const now = await unitsOf(scope, connection, ids);
    const versionIds = now.flatMap((unit) => unit.transcripts.map(({ versionId }) => versionId));
    const values = [versionIds, scope.studyId];
    return {
      now,
      versions: await connection.query<VersionRow>({
        ...named(scope, "compare-versions"),
        text: versionsOf(scope),
        values,
      }),
      paragraphs: await connection.query<ParagraphRow>({
        name: "compare-paragraphs",
        text: PARAGRAPHS,
        values,
      }),
    };
  });
  const clusterOf = new Map(frame.questions.map(({ id, clusterId }) => [id, clusterId]));
  const byId = new Map(versions.rows.map((row) => [row.versionId, row]));
  const starts = startsOf(now, paragraphs.rows);
  const byKey = new Map(now.map((unit) => [unit.key, unit]));
  return units.map(({ key }) => ({
    tree: frame.tree,
    state: byKey.get(key)?.state ?? "",
    transcripts: (byKey.get(key)?.transcripts ?? []).flatMap(({ id, versionId, language }) => {
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
