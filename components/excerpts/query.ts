import type { ExcerptFilter } from "@/lib/schemas/excerpts";

const LISTS = [
  "interviewees",
  "attributes",
  "clusters",
  "questions",
  "coders",
  "stances",
  "certainties",
] as const satisfies readonly (keyof ExcerptFilter)[];

/** The filter as an address says it; what does not restrict is left out. */
export function excerptQuery(filter: Partial<ExcerptFilter>): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of ["code", "sector", "of", "source", "language"] as const)
    if (filter[key]) query.set(key, filter[key]);
  if (filter.below === "only") query.set("below", "only");
  for (const key of LISTS) if (filter[key]?.length) query.set(key, filter[key].join(","));
  return query;
}

export function excerptsAddress(
  studyId: string,
  query: URLSearchParams | string,
  kind: "" | ".csv" | "/waiting" = "",
): string {
  const text = query.toString();
  return `/api/studies/${studyId}/excerpts${kind}${text ? `?${text}` : ""}`;
}
