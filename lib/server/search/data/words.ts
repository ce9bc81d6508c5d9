import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { type Range, union } from "@/lib/domain/segment";
import { seenSegments } from "@/lib/server/blind";
import type { Connection, Row } from "./rows";

const LINES = `
SELECT w.n::int AS n, string_agg(p."text", '' ORDER BY p."ordinal") AS text, min(p."start") AS start
FROM unnest($1::uuid[], $2::int[], $3::int[]) WITH ORDINALITY AS w(id, f, l, n)
JOIN "Paragraph" p ON p."versionId" = w.id AND p."ordinal" BETWEEN w.f AND w.l GROUP BY w.n`;

/** What stands in the text of each row, as it stands there. */
export async function wordsOf(connection: Connection, rows: readonly Row[]): Promise<Map<Row, string>> {
  if (rows.length === 0) return new Map();
  // Stretches of one long line share it.
  const keyOf = ({ versionId, firstLine, lastLine }: Row) => `${versionId} ${firstLine} ${lastLine}`;
  const places = [...new Map(rows.map((row) => [keyOf(row), row])).values()];
  const found = await connection.query<{ n: number; text: string; start: number }>({
    name: "search-lines",
    text: LINES,
    values: [
      places.map(({ versionId }) => versionId),
      places.map(({ firstLine }) => firstLine),
      places.map(({ lastLine }) => lastLine),
    ],
  });
  const lines = new Map(
    found.rows.flatMap(({ n, text, start }) => {
      const place = places[n - 1];
      return place ? [[keyOf(place), { text, start }] as const] : [];
    }),
  );
  return new Map(
    rows.map((row) => {
      const { text, start } = lines.get(keyOf(row)) ?? { text: "", start: 0 };
      return [row, text.slice(row.start - start, row.end - start)];
    }),
  );
}

/** The code units of each version that any of the codes lies on, as far as the member sees it. */
export function codedIn(
  connection: Connection,
  scope: StudyScope,
  rows: readonly Row[],
  codeIds: readonly string[],
) {
  return rangesOf(
    connection,
    rows,
    codeIds,
    `SELECT g."versionId", g."start", g."end" FROM ${seenSegments(scope)} g WHERE g."versionId" = ANY($1::uuid[]) AND g."deletedAt" IS NULL
      AND EXISTS (SELECT 1 FROM "Coding" c WHERE c."segmentId" = g."id" AND c."deletedAt" IS NULL AND c."codeId" = ANY($2::uuid[]))`,
  );
}

/** The code units of each version that answer any of the questions. */
export function answeredIn(connection: Connection, rows: readonly Row[], questionIds: readonly string[]) {
  return rangesOf(
    connection,
    rows,
    questionIds,
    `SELECT "versionId", "start", "end" FROM "Passage" WHERE "versionId" = ANY($1::uuid[]) AND "questionId" = ANY($2::uuid[])`,
  );
}

async function rangesOf(
  connection: Connection,
  rows: readonly Row[],
  ids: readonly string[],
  text: string,
): Promise<Map<string, Range[]>> {
  const versionIds = [...new Set(rows.map(({ versionId }) => versionId))];
  const found = await connection.query<Range & { versionId: string }>(text, [versionIds, ids]);
  const byVersion = groupBy(found.rows, ({ versionId }) => versionId);
  return new Map([...byVersion].map(([versionId, ranges]) => [versionId, union(ranges)]));
}

export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
