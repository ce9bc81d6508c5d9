import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { segmentsIn } from "@/lib/domain/memo";
import type { MemoFilter, MemoPage, MemoRow, MemoThread } from "@/lib/schemas/memos";
import { seenMemos } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";
import { linkedSegments } from "./links";
import { visibleThreads } from "./visible";

const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const LABEL = `CASE o."about"
  WHEN 'study' THEN (SELECT "title" FROM "Study" WHERE "id" = o."studyId")
  WHEN 'code' THEN (SELECT "name" FROM "Code" WHERE "id" = o."codeId")
  WHEN 'interviewee' THEN (SELECT "number"::text FROM "Interviewee" WHERE "id" = o."intervieweeId")
  ELSE t."title" END`;

/** A condition on the memos `m` of the thread `o` that the member sees. */
const someOf = (scope: StudyScope) => (condition: string) =>
  `EXISTS (SELECT 1 FROM "Memo" m WHERE (m."id" = o."id" OR m."threadId" = o."id") AND ${seenMemos(scope)} AND ${condition})`;

function inState(state: MemoFilter["state"], some: ReturnType<typeof someOf>): string {
  const live = some(`m."deletedAt" IS NULL`);
  switch (state) {
    case "open":
      return `o."resolvedAt" IS NULL AND ${live}`;
    case "resolved":
      return `o."resolvedAt" IS NOT NULL AND ${live}`;
    case "all":
      return live;
    case "deleted":
      return some(`m."deletedAt" IS NOT NULL AND m."authorId" = $2`);
  }
}

/** A row of its own for each form of the question, so that the database plans each by what it asks. */
function statement(scope: StudyScope, { about, of, by, text, state }: MemoFilter, after: boolean): string {
  const of_ = { study: null, transcript: "transcriptId", segment: "segmentId", code: "codeId" } as const;
  const some = someOf(scope);
  const column = about === "interviewee" ? "intervieweeId" : about && of_[about];
  return `
SELECT o."id", o."about", coalesce(o."transcriptId", o."segmentId", o."codeId", o."intervieweeId", o."studyId") AS of,
  ${LABEL} AS label, t."id" AS "transcriptId", to_char(o."createdAt", 'YYYY-MM-DD HH24:MI:SS.US') AS cursor,
  CASE WHEN o."resolvedAt" IS NOT NULL THEN json_build_object('at', to_char(o."resolvedAt", ${MOMENT}),
    'by', (SELECT "name" FROM "User" WHERE "id" = o."resolvedById")) END AS resolved,
  (SELECT json_agg(json_build_object('id', m."id", 'author', u."name", 'own', m."authorId" = $2,
      'text', CASE WHEN m."deletedAt" IS NULL OR m."authorId" = $2 THEN m."text" ELSE '' END,
      'createdAt', to_char(m."createdAt", ${MOMENT}), 'editedAt', to_char(m."editedAt", ${MOMENT}),
      'deleted', m."deletedAt" IS NOT NULL) ORDER BY m."threadId" NULLS FIRST, m."createdAt", m."id")
    FROM "Memo" m JOIN "User" u ON u."id" = m."authorId" WHERE (m."id" = o."id" OR m."threadId" = o."id") AND ${seenMemos(scope)}) AS memos
FROM "Memo" o LEFT JOIN "Segment" g ON g."id" = o."segmentId" LEFT JOIN "Transcript" t ON t."id" = coalesce(o."transcriptId", g."transcriptId")
WHERE ${visibleThreads(scope)} AND ${inState(state, some)}
  AND ${about ? `o."about" = $3::"MemoAbout"` : "$3::text IS NULL"}
  AND ${column && of ? `o."${column}" = $4` : "$4::uuid IS NULL"}
  AND ${by ? some(`m."authorId" = $5 AND m."deletedAt" IS NULL`) : "$5::uuid IS NULL"}
  AND ${text ? some(`m."text" ILIKE $6 AND m."deletedAt" IS NULL`) : "$6::text IS NULL"}
  AND ${after ? `(o."createdAt", o."id") < ($7::timestamptz, $8::uuid)` : "$7::text IS NULL AND $8::text IS NULL"}
ORDER BY o."createdAt" DESC, o."id" DESC LIMIT $9`;
}

interface Row extends Omit<MemoThread, "memos"> {
  id: string;
  cursor: string;
  memos: MemoRow[];
}

/** A page of the threads that the member sees, the newest first, with what their links may show. */
export async function memoThreads(
  scope: StudyScope,
  filter: MemoFilter,
  { after, limit }: { after?: string; limit: number },
): Promise<MemoPage> {
  const [at = null, id = null] = after?.split("|") ?? [];
  if (after && !/^[0-9 .:-]{10,40}\|[0-9a-f-]{36}$/.test(after)) throw new AppError("invalid");
  const { rows } = await pool().query<Row>({
    text: statement(scope, filter, after !== undefined),
    values: [
      scope.studyId,
      scope.userId,
      filter.about ?? null,
      filter.about && filter.about !== "study" ? (filter.of ?? null) : null,
      filter.by ?? null,
      filter.text ? `%${filter.text.replace(/[\\%_]/g, "\\$&")}%` : null,
      at,
      id,
      limit + 1,
    ],
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const linked = page.flatMap(({ about, of, memos }) => [
    ...(about === "segment" ? [of] : []),
    ...memos.flatMap(({ text }) => segmentsIn(text)),
  ]);
  return {
    threads: page.map(({ id: _, cursor: __, ...thread }) => thread),
    links: await linkedSegments(scope, [...new Set(linked)]),
    next: last && rows.length > limit ? `${last.cursor}|${last.id}` : null,
  };
}
