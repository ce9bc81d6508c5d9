import "server-only";
import { inContext } from "@/lib/domain/search";
import type { SearchHit, SearchPage } from "@/lib/schemas/search";
import type { Found } from "./hits";
import type { Connection, Row } from "./rows";
import type { SearchFrame } from "./texts";
import type { Wanted } from "./wanted";
import { groupBy } from "./words";

/** Hits in their contexts, with the transcripts that they are in. */
export async function shownAs(
  connection: Connection,
  { people }: SearchFrame,
  wanted: Wanted,
  found: readonly Found[],
): Promise<Pick<SearchPage, "transcripts" | "hits">> {
  const questionAt = await questionsAt(connection, found);
  const texts = new Map(wanted.texts.map((text) => [text.versionId, text]));
  const numberOf = (id: string) => people.get(id)?.number ?? [];
  const places = new Map<string, number>();
  const transcripts: SearchPage["transcripts"] = [];
  const hits: SearchHit[] = [];
  for (const { row, exact } of found) {
    const text = texts.get(row.versionId);
    if (!text || !exact) continue;
    const { id, versionId, title, language } = text;
    const of = places.get(versionId) ?? transcripts.length;
    if (!places.has(versionId)) {
      places.set(versionId, of);
      const numbers = text.people.flatMap(numberOf).sort((a, b) => a - b);
      transcripts.push({ id, versionId, title, language, numbers });
    }
    for (const hit of exact.hits)
      hits.push({
        of,
        start: row.start + hit.start,
        end: row.start + hit.end,
        ...inContext(exact.words, hit),
        around: [row.bodyStart ?? row.start, row.turnEnd ?? row.end],
        speaker: row.label,
        role: row.role ?? "other",
        number: (row.intervieweeId && people.get(row.intervieweeId)?.number) || null,
        atMs: row.atMs,
        question: questionAt(row, row.start + hit.start),
      });
  }
  return { transcripts, hits };
}

/** Which question is answered at a place of a stretch; of several the one that began last. */
async function questionsAt(connection: Connection, found: readonly Found[]) {
  const versionIds = [...new Set(found.map(({ row }) => row.versionId))];
  const { rows } = await connection.query<{ versionId: string; start: number; end: number; key: string }>({
    name: "search-passages",
    text: `SELECT p."versionId", p."start", p."end", q."key" FROM "Passage" p JOIN "Question" q ON q."id" = p."questionId"
      WHERE p."versionId" = ANY($1::uuid[]) ORDER BY p."start", p."id"`,
    values: [versionIds],
  });
  const byVersion = groupBy(rows, ({ versionId }) => versionId);
  return ({ versionId }: Row, offset: number) =>
    byVersion.get(versionId)?.findLast(({ start, end }) => start <= offset && offset < end)?.key ?? null;
}
