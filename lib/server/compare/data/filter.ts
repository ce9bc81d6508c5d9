import "server-only";
import type { Filter } from "@/lib/domain/compare";
import type { CountFilter } from "@/lib/schemas/compare";

/** The filter as the counting knows it; absent lists stay absent. */
export function filterOf({ clusters, questions, coders, stances, certainties }: CountFilter): Filter {
  return {
    ...(clusters && { clusterIds: clusters }),
    ...(questions && { questionIds: questions }),
    ...(coders && { coderIds: coders }),
    ...(stances && { stances }),
    ...(certainties && { certainties }),
  };
}

/** One text for equal filters: the key of what is kept of them. */
export function filterKey(filter: Filter): string {
  const { clusterIds, questionIds, coderIds, stances, certainties } = filter;
  const lists = { clusterIds, questionIds, coderIds, stances, certainties };
  return JSON.stringify(lists, (_, value) => (Array.isArray(value) ? [...new Set(value)].sort() : value));
}
