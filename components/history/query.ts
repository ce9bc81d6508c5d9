import type { HistoryView } from "@/lib/schemas/history";

/** The filter as an address says it; what does not restrict is left out. */
export function historyQuery(filter: Partial<HistoryView>): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of ["by", "group", "transcript", "code", "from", "until"] as const)
    if (filter[key]) query.set(key, filter[key]);
  return query;
}
