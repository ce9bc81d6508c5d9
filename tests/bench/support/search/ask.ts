import { SearchCounts, SearchPage } from "@/lib/schemas/search";
import type { Client } from "../http";
import type { Session } from "../session";
import type { Kind } from "./kinds";

/** Somebody who searches in a study, as the screen does. */
export interface Searcher {
  client: Client;
  session: Session;
  studyId: string;
}

/** The first page, and the time that it took. */
export async function firstPage(searcher: Searcher, kind: Kind): Promise<{ page: SearchPage; took: number }> {
  const { body, took } = await ask(searcher, kind, "");
  return { page: SearchPage.parse(body), took };
}

/** Counts the whole, step by step: how many there are, after how long, and the longest step. */
export async function countAll(
  searcher: Searcher,
  kind: Kind,
): Promise<{ hits: number; took: number; longest: number }> {
  const sum = { hits: 0, took: 0, longest: 0 };
  for (let after: string | null | undefined; after !== null; ) {
    const { body, took } = await ask(searcher, kind, "/counts", after);
    const { hits, next } = SearchCounts.parse(body);
    sum.hits += hits;
    sum.took += took;
    sum.longest = Math.max(sum.longest, took);
    after = next;
  }
  return sum;
}

async function ask(
  { client, session, studyId }: Searcher,
  { q, filter }: Kind,
  what: string,
  after?: string,
) {
  const query = new URLSearchParams({ q });
  for (const [name, value] of Object.entries({ ...filter, after })) if (value) query.set(name, value);
  const { status, body, milliseconds } = await client.get(`/api/studies/${studyId}/search${what}?${query}`, {
    cookie: `${session.name}=${session.value}`,
  });
  if (status !== 200) throw new Error(`${q} was not answered (${status}): ${body.slice(0, 300)}`);
  return { body: JSON.parse(body) as unknown, took: milliseconds };
}
