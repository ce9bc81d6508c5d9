import type { SearchFilter, SearchHit, SearchView } from "@/lib/schemas/search";

const LISTS = [
  "transcripts",
  "sectors",
  "interviewees",
  "clusters",
  "questions",
  "within",
  "without",
] as const satisfies (keyof SearchFilter)[];

/** A search as an address says it; what does not restrict is left out. */
export function searchQuery({ q, ...filter }: Partial<SearchView>): URLSearchParams {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  for (const key of LISTS) if (filter[key]?.length) query.set(key, filter[key].join(","));
  for (const key of ["speakers", "language"] as const) if (filter[key]) query.set(key, filter[key]);
  return query;
}

export function searchAddress(
  studyId: string,
  query: URLSearchParams | string,
  kind: "" | "/counts" | ".csv" = "",
): string {
  return `/api/studies/${studyId}/search${kind}?${query}`;
}

/** The place of a hit in the reader, with all that is found in that transcript marked. */
export function placeOf(transcriptId: string, q: string, hit: Pick<SearchHit, "start">): string {
  return `/${transcriptId}?${new URLSearchParams({ find: q, at: String(hit.start) })}`;
}

/** What a search is narrowed to, without what does not restrict. */
export function filterOf({ q: _, ...filter }: SearchView): SearchFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
