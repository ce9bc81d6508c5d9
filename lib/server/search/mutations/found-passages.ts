import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { CodingState, SegmentState, View } from "@/lib/domain/coding";
import { contextOf, type Range } from "@/lib/domain/segment";
import { isBoundary } from "@/lib/domain/text";
import { CODING, SEGMENT } from "@/lib/server/coding/data";
import type { Tx } from "@/lib/server/history";

/** A range of a version, which is to be coded. */
export interface Passage extends Range {
  transcriptId: string;
  versionId: string;
}

/** Text loaded around a range, so that its context can be cut whatever lies at the border. */
const MARGIN = 64;

interface Looked {
  n: number;
  length: number;
  offset: number | null;
  text: string | null;
  segment: SegmentState | null;
  codings: CodingState[] | null;
}

/** The texts around passages of current versions, and the coder's own segments that stand just there. */
const PASSAGES = `
SELECT w.n::int AS n, v."length", x."offset", x."text", g.segment, g.codings
FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[]) WITH ORDINALITY AS w("transcriptId", "versionId", "start", "end", n)
JOIN "Transcript" t ON t."id" = w."transcriptId" AND t."studyId" = $5::uuid
JOIN "TranscriptVersion" v ON v."id" = w."versionId" AND v."transcriptId" = t."id" AND v."current"
CROSS JOIN LATERAL (
  SELECT min(p."start") AS "offset", string_agg(p."text", '' ORDER BY p."start") AS "text" FROM "Paragraph" p
  WHERE p."versionId" = v."id" AND p."start" < w."end" + ${MARGIN} AND p."start" >= coalesce((SELECT max(q."start") FROM "Paragraph" q
    WHERE q."versionId" = v."id" AND q."start" <= w."start" - ${MARGIN}), 0)
) x
LEFT JOIN LATERAL (
  SELECT jsonb_build_object(${SEGMENT}) AS segment,
    (SELECT jsonb_agg(jsonb_build_object(${CODING})) FROM "Coding" c WHERE c."segmentId" = g."id") AS codings
  FROM "Segment" g WHERE g."versionId" = v."id" AND g."coderId" = $6::uuid AND g."start" = w."start" AND g."end" = w."end"
    AND g."deletedAt" IS NULL LIMIT 1
) g ON true`;

const CODE = `SELECT s."revision", (SELECT k."retiredAt" IS NOT NULL FROM "Code" k WHERE k."id" = $2::uuid AND k."studyId" = s."id") AS retired
FROM "Study" s WHERE s."id" = $1::uuid`;

/** What is known of each passage where it is to be coded; undefined where its text is no current one of the study. */
export async function lookedAt(
  tx: Tx,
  scope: StudyScope,
  codeId: string,
  passages: readonly Passage[],
): Promise<(View | undefined)[]> {
  const [code] = await tx.$queryRawUnsafe<{ revision: number; retired: boolean | null }[]>(
    CODE,
    scope.codebookStudyId,
    codeId,
  );
  const rows = await tx.$queryRawUnsafe<Looked[]>(
    PASSAGES,
    passages.map(({ transcriptId }) => transcriptId),
    passages.map(({ versionId }) => versionId),
    passages.map(({ start }) => start),
    passages.map(({ end }) => end),
    scope.studyId,
    scope.userId,
  );
  const views: (View | undefined)[] = passages.map(() => undefined);
  for (const { n, length, offset, text, segment, codings } of rows) {
    const versionId = passages[n - 1]?.versionId ?? "";
    views[n - 1] = {
      actorId: scope.userId,
      setsPermissions: false,
      revision: code?.revision ?? 0,
      version: { id: versionId, length },
      context(start, end) {
        if (offset === null || text === null) return null;
        const range = { start: start - offset, end: end - offset };
        return isBoundary(text, range.start) && isBoundary(text, range.end) ? contextOf(text, range) : null;
      },
      segment: (id) => (segment?.id === id ? segment : undefined),
      ownSegmentAt: () => segment ?? undefined,
      codingsOf: () => codings ?? [],
      code: (id) =>
        id === codeId && code && code.retired !== null ? { id, retired: code.retired } : undefined,
      undoable: () => undefined,
    };
  }
  return views;
}
