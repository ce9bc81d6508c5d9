import "server-only";
import type { z } from "zod";
import type { StudyScope } from "@/lib/access/scope";
import { inText, type Step } from "@/lib/domain/history";
import type { StepsInText } from "@/lib/schemas/history";
import { pool } from "@/lib/server/db";
import { WHOLE_OF_PART } from "@/lib/server/whole-of-part";

/** An event of the member's own among those that undo and redo go through. */
export interface OwnStep extends Step {
  /** Whether somebody else has taken it back. */
  byOther: boolean;
}

/**
 * What is done in a text is taken back there; what a change of the codebook did in one, with the change. That one came,
 * and began, is no step. The index "HistoryEvent_steps" has these very words.
 */
const OUTSIDE_TEXTS = `e."kind" NOT LIKE 'coding.%' AND e."kind" NOT LIKE 'passage.%' AND NOT (e."kind" LIKE 'code.%' AND e."transcriptId" IS NOT NULL)
  AND e."kind" NOT IN ('member.join', 'study.create', 'sample.loaded')`;

/** The member's own steps outside of texts, the newest first, without their rows: so many before a number. */
export async function stepsOutsideTexts(
  { studyId, userId }: StudyScope,
  before: number | null,
  limit: number,
): Promise<OwnStep[]> {
  const { rows } = await pool().query<OwnStep>({
    name: "own-steps",
    text: `SELECT e."id", e."seq"::float8 AS seq, e."undoes",
        EXISTS (SELECT 1 FROM "HistoryEvent" b WHERE b."undoes" = e."id" AND b."actorId" <> e."actorId") AS "byOther"
      FROM (SELECT e.* FROM "HistoryEvent" e
        WHERE e."studyId" = $1 AND e."actorId" = $2 AND e."seq" < coalesce($3, ${Number.MAX_SAFE_INTEGER}) AND ${OUTSIDE_TEXTS}
        ORDER BY e."seq" DESC LIMIT $4) e
      ORDER BY e."seq" DESC`,
    values: [studyId, userId, before, limit],
  });
  return rows;
}

/** As far back as undo in a text goes. */
const STEPS = 200;

/**
 * The member's own last steps in a text, in their order, but for those that another has taken back. What was done to the
 * passages of an older version cannot be taken back, and is none.
 */
export async function stepsInText(
  { studyId, userId }: StudyScope,
  transcriptId: string,
): Promise<z.infer<typeof StepsInText>> {
  const { rows } = await pool().query<Step & { kind: string }>({
    name: "steps-in-text",
    text: `SELECT coalesce(w."id", e."id") AS id, e."seq"::float8 AS seq, CASE WHEN w."id" IS NULL THEN e."undoes" ELSE w."undoes" END AS undoes, e."kind"
      FROM "HistoryEvent" e ${WHOLE_OF_PART}
      WHERE e."transcriptId" = $1 AND e."studyId" = $2 AND e."actorId" = $3 AND e."forgotten" IS NULL
        AND (e."kind" LIKE 'coding.%' OR (e."kind" LIKE 'passage.%' AND e."after"->>'versionId' = (
          SELECT v."id"::text FROM "TranscriptVersion" v WHERE v."transcriptId" = $1 AND v."current")))
        AND NOT EXISTS (SELECT 1 FROM "HistoryEvent" b WHERE b."undoes" = e."id" AND b."actorId" <> e."actorId")
      ORDER BY e."seq" DESC LIMIT $4`,
    values: [transcriptId, studyId, userId, STEPS],
  });
  return rows.toReversed().flatMap(({ kind, ...step }) => {
    const by = inText(kind);
    return by ? [{ ...step, by }] : [];
  });
}
