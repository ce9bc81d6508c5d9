import type { SearchCounts } from "@/lib/schemas/search";

/** The figures of two steps together; each text is in one of them alone. */
export function added(before: SearchCounts | null, step: SearchCounts): SearchCounts {
  if (!before) return step;
  const interviewees = { ...before.interviewees };
  for (const [id, count] of Object.entries(step.interviewees))
    interviewees[id] = (interviewees[id] ?? 0) + count;
  return {
    ...step,
    hits: before.hits + step.hits,
    transcripts: before.transcripts + step.transcripts,
    interviewers: before.interviewers + step.interviewers,
    others: before.others + step.others,
    interviewees,
  };
}
