import "server-only";
import type { Excerpt } from "@/lib/schemas/excerpts";
import { type Connection, Contexts } from "./contexts";
import type { ExcerptFrame } from "./frame";
import type { Resolved } from "./resolve";

const LINES = `
SELECT w.n::int AS n, string_agg(p."text", '' ORDER BY p."start") AS text, min(p."start") AS start
FROM unnest($1::uuid[], $2::int[], $3::int[]) WITH ORDINALITY AS w(id, s, e, n)
JOIN "Paragraph" p ON p."versionId" = w.id AND p."start" < w.e AND p."end" > w.s GROUP BY w.n`;

/**
 * What the other language of a pair says in the turns that an excerpt lies in, for excerpts that may stand
 * with their number: the turn holds more words than the quotation.
 */
export async function alignedTexts(
  connection: Connection,
  frame: ExcerptFrame,
  page: readonly Resolved[],
): Promise<Map<Resolved, Excerpt["other"]>> {
  const paired = page.flatMap((each) => {
    const { pairId, id } = each.transcript;
    const other = pairId && frame.transcripts.find((t) => t.pairId === pairId && t.id !== id);
    return other && each.numbered && each.turn?.align != null
      ? [{ each, other, align: each.turn.align }]
      : [];
  });
  if (paired.length === 0) return new Map();
  const contexts = await new Contexts(connection, frame.scope, frame.defaults, {}).of(
    paired.map(({ other }) => other.versionId),
  );
  const ranges = paired.flatMap(({ each, other, align }) => {
    const turns = contexts.get(other.versionId)?.turns.filter((turn) => turn.align === align) ?? [];
    const [first] = turns;
    const last = turns.at(-1);
    return first && last ? [{ each, other, start: first.bodyStart, end: last.end }] : [];
  });
  const { rows } = await connection.query<{ n: number; text: string; start: number }>({
    name: "excerpt-aligned",
    text: LINES,
    values: [
      ranges.map(({ other }) => other.versionId),
      ranges.map(({ start }) => start),
      ranges.map(({ end }) => end),
    ],
  });
  const texts = new Map<Resolved, Excerpt["other"]>();
  for (const { n, text, start } of rows) {
    const range = ranges[n - 1];
    if (!range) continue;
    const words = text.slice(Math.max(0, range.start - start), range.end - start).trim();
    texts.set(range.each, { language: range.other.language, text: words });
  }
  return texts;
}
