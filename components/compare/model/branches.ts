import { type CompareView, VALUES_LIMIT } from "@/lib/schemas/compare";

/** Which branches are open, as an address says it: all but some, or none but some. */
export type OpenBranches = Pick<CompareView, "closed" | "opened">;

export const ALL_OPEN: OpenBranches = { closed: undefined, opened: undefined };
export const ALL_CLOSED: OpenBranches = { closed: undefined, opened: [] };

export function isOpen({ closed, opened }: OpenBranches, id: string): boolean {
  return opened ? opened.includes(id) : !closed?.includes(id);
}

/**
 * The same after some branches were opened or closed, named by whichever are fewer, so that an address stays
 * short in a codebook of any size. `all` are the codes that have others below them; of more than an address
 * can hold, those named last are left as most of the others are.
 */
export function withBranches(
  before: OpenBranches,
  all: readonly string[],
  next: ReadonlyMap<string, boolean>,
): OpenBranches {
  const open: string[] = [];
  const closed: string[] = [];
  for (const id of all) ((next.get(id) ?? isOpen(before, id)) ? open : closed).push(id);
  if (closed.length === 0) return ALL_OPEN;
  if (open.length < closed.length) return { closed: undefined, opened: open.slice(0, VALUES_LIMIT) };
  return { closed: closed.slice(0, VALUES_LIMIT), opened: undefined };
}
