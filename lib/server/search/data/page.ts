import "server-only";
import { performance } from "node:perf_hooks";
import { AppError } from "@/lib/access/errors";
import { inContext } from "@/lib/domain/search";
import { type SearchCounts, SearchCursor, type SearchHit, type SearchPage } from "@/lib/schemas/search";
import { countsOf } from "./counts";
import { type Found, Looking } from "./hits";
import { type Connection, candidateRows, type Row } from "./rows";
import type { SearchFrame } from "./texts";
import type { Wanted } from "./wanted";
import { groupBy } from "./words";

/** How long a page is looked for before it is answered with what there is, in milliseconds. */
const PATIENCE = 1_500;

interface Asked {
  after?: string | undefined;
  limit: number;
}

/** A page of hits in their contexts, and, where the first look found all of them, their counts. */
export async function pageOf(
  connection: Connection,
  frame: SearchFrame,
  wanted: Wanted,
  { after, limit }: Asked,
): Promise<SearchPage> {
  const looking = new Looking(connection, wanted);
  const cursor = cursorOf(after);
  const order = new Map(wanted.texts.map(({ versionId }, place) => [versionId, place]));
  const isAfter = ({ versionId, start }: Row) => {
    if (!cursor) return true;
    const [at, place] = [order.get(versionId) ?? 0, order.get(cursor[0]) ?? 0];
    return at > place || (at === place && start > cursor[1]);
  };
  const end = performance.now() + PATIENCE;
  const shown: Found[] = [];
  let hits = 0;
  let counts: SearchCounts | null = null;
  let next: SearchCursor | null = null;
  for await (const { rows, all } of candidateRows(connection, wanted, cursor)) {
    const found = await looking.in(all ? rows : rows.filter(isAfter));
    if (all) counts = countsOf(found, wanted, true);
    const left = found.filter(({ row }) => isAfter(row));
    for (const one of left) {
      const last = shown.at(-1);
      if (hits >= limit && last) {
        next = [last.row.versionId, last.row.start];
        break;
      }
      shown.push(one);
      hits += one.count;
    }
    const last = rows.at(-1);
    if (!next && !all && last && (hits >= limit || performance.now() > end))
      next = [last.versionId, last.start];
    if (next) break;
  }
  const exact = await exactly(looking, shown);
  const questions = await questionsAt(connection, exact);
  return {
    ...shownAs(exact, frame, wanted, questions),
    next: next && encode(next),
    counts,
    preparing: frame.texts.filter(({ ready }) => !ready).length,
  };
}

/** With the words and the places of the hits, where only their number was known. */
async function exactly(looking: Looking, found: readonly Found[]): Promise<Found[]> {
  return found.every(({ exact }) => exact) ? [...found] : looking.exactly(found.map(({ row }) => row));
}

function shownAs(
  found: readonly Found[],
  { people }: SearchFrame,
  wanted: Wanted,
  questionAt: (row: Row, offset: number) => string | null,
): Pick<SearchPage, "transcripts" | "hits"> {
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

function encode(cursor: SearchCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

function cursorOf(text: string | undefined): SearchCursor | null {
  if (text === undefined) return null;
  try {
    return SearchCursor.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch {
    throw new AppError("invalid");
  }
}
