import "server-only";
import type { SearchCounts } from "@/lib/schemas/search";
import { afterTexts, decode, encode } from "./cursor";
import { type Found, Looking } from "./hits";
import { type Connection, rowsByText } from "./rows";
import { spentAfter } from "./spent";
import type { Wanted } from "./wanted";

/** How long one step of counting takes, in milliseconds. */
const PATIENCE = 800;

export function countsOf(
  found: Iterable<Found>,
  wanted: Wanted,
  where: Pick<SearchCounts, "looked" | "next">,
): SearchCounts {
  const interviewees: Record<string, number> = {};
  const transcripts = new Set<string>();
  const sums = { hits: 0, interviewers: 0, others: 0 };
  for (const { row, count } of found) {
    transcripts.add(row.versionId);
    sums.hits += count;
    if (row.role === "interviewer") sums.interviewers += count;
    else if (row.role === "interviewee" && row.intervieweeId)
      interviewees[row.intervieweeId] = (interviewees[row.intervieweeId] ?? 0) + count;
    else sums.others += count;
  }
  return { ...sums, transcripts: transcripts.size, interviewees, searched: wanted.searched, ...where };
}

/** Counts the hits text by text, for a moment or until nobody waits, and says where to go on. A text is counted whole. */
export async function countStep(
  connection: Connection,
  wanted: Wanted,
  after?: string,
  { patience = PATIENCE, left }: { patience?: number; left?: AbortSignal | undefined } = {},
): Promise<SearchCounts> {
  const looking = new Looking(connection, wanted);
  const spent = spentAfter(patience, left);
  const found: Found[] = [];
  const of = wanted.texts.length;
  let texts = decode(wanted, after).text;
  for await (const { rows, until } of rowsByText(connection, wanted, texts)) {
    const looked = await looking.in(rows, (last, next) => last.versionId !== next.versionId && spent());
    for (const one of looked.found) found.push({ ...one, row: { ...one.row, folded: "" }, exact: null });
    texts = looked.stopped ? (wanted.places.get(looked.stopped.versionId) ?? 0) + 1 : until;
    if (spent()) break;
  }
  return countsOf(found, wanted, { looked: { texts, of }, next: encode(wanted, afterTexts(texts)) });
}
