import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import type { CountedTurn } from "@/lib/domain/compare";
import { mayQuote, type Permission } from "@/lib/domain/permission";
import type { MemoLink } from "@/lib/schemas/memos";
import { named, seenSegments } from "@/lib/server/blind";
import { defaultsOf, frameOf, ROLE, voicesIn, WHO } from "@/lib/server/compare/data";
import { pool } from "@/lib/server/db";
import { keptIn } from "@/lib/server/permitted";

const segmentsFor = (scope: StudyScope) => `
SELECT s."id", s."transcriptId", s."versionId", t."title" AS transcript, t."language", s."quote", s."start", s."end", s."permission",
  (SELECT coalesce(json_agg(json_build_object('start', u."start", 'bodyStart', u."bodyStart", 'end', u."end",
      'role', ${ROLE}, 'intervieweeId', ${WHO}, 'align', u."align") ORDER BY u."ordinal"), '[]')
    FROM "Turn" u LEFT JOIN "Speaker" p ON p."id" = u."speakerId"
    WHERE u."versionId" = s."versionId" AND u."start" < s."end" AND u."end" > s."start") AS turns
FROM ${seenSegments(scope)} s JOIN "Transcript" t ON t."id" = s."transcriptId"
WHERE s."studyId" = $1 AND s."id" = ANY($2::uuid[]) ORDER BY s."transcriptId", s."start", s."end"`;

interface Row extends MemoLink {
  id: string;
  versionId: string;
  quote: string;
  start: number;
  end: number;
  permission: Permission | null;
  turns: CountedTurn[];
}

/**
 * The segments of these ids that are of the study and that the member sees, by id, each with its words where they may be quoted to this
 * role: the rule of every other way out. Those of one transcript are in the order of its text. None for those who may not read transcripts.
 */
export async function linkedSegments(
  scope: StudyScope,
  ids: readonly string[],
): Promise<Record<string, MemoLink>> {
  if (ids.length === 0 || !can(scope.role, "transcript.read")) return {};
  const seesWithheld = can(scope.role, "withheld.view");
  const [{ rows }, frame] = await Promise.all([
    pool().query<Row>({
      ...named(scope, "memo-links"),
      text: segmentsFor(scope),
      values: [scope.studyId, ids],
    }),
    seesWithheld ? null : frameOf(scope),
  ]);
  const defaults = frame && defaultsOf(frame);
  const versionIds = [...new Set(rows.map(({ versionId }) => versionId))];
  const kept = defaults && (await keptIn(pool(), scope, versionIds));
  return Object.fromEntries(
    rows.map(({ id, transcriptId, transcript, language, quote, turns, versionId, ...segment }) => {
      const permission = defaults && voicesIn(turns, defaults)(segment).permission;
      const quotable = permission === null || (mayQuote(permission) && !kept?.(versionId, segment));
      return [id, { transcriptId, transcript, language, quote: quotable ? quote : null }];
    }),
  );
}
