import "server-only";
import { performance } from "node:perf_hooks";
import type { SearchCounts } from "@/lib/schemas/search";
import { type Found, Looking } from "./hits";
import { type Connection, candidateRows } from "./rows";
import type { Wanted } from "./wanted";

/** How long counting goes on, in milliseconds; then it says that there are more. */
const PATIENCE = 5_000;

export function countsOf(found: readonly Found[], wanted: Wanted, complete: boolean): SearchCounts {
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
  return { ...sums, transcripts: transcripts.size, interviewees, searched: wanted.searched, complete };
}

/** Counts every hit, for as long as one would wait for it. */
export async function countAll(
  connection: Connection,
  wanted: Wanted,
  patience = PATIENCE,
): Promise<SearchCounts> {
  const looking = new Looking(connection, wanted);
  const end = performance.now() + patience;
  const found: Found[] = [];
  for await (const { rows } of candidateRows(connection, wanted, null)) {
    for (const one of await looking.in(rows))
      found.push({ ...one, row: { ...one.row, folded: "" }, exact: null });
    if (performance.now() > end) return countsOf(found, wanted, false);
  }
  return countsOf(found, wanted, true);
}
