/** An event of one person: its number in the study, and what it takes back. */
export interface Step {
  id: string;
  seq: number;
  undoes: string | null;
}

/** What undo and redo come to, the next of each last. */
export interface Stacks<Each extends Step> {
  done: Each[];
  undone: Each[];
}

/**
 * The events that undo takes back, and the undos that redo takes back, in the order in which they came. Undo comes to
 * what stands and is no undo of another: an undo of an undo does the first again, and is a step like any. Redo comes to
 * the undos that stand, unless something new was done since.
 */
export function stacksOf<Each extends Step>(steps: readonly Each[]): Stacks<Each> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const takenBack = new Set(steps.map(({ undoes }) => undoes));
  const isUndo = ({ undoes }: Step): boolean => {
    const under = undoes === null ? undefined : byId.get(undoes);
    // An event of somebody else's, or one beyond those at hand, is under it all the same.
    return undoes !== null && !(under && isUndo(under));
  };
  const inOrder = steps.toSorted((a, b) => a.seq - b.seq);
  const standing = inOrder.filter(({ id }) => !takenBack.has(id));
  const fresh = inOrder.findLast(({ undoes }) => undoes === null)?.seq ?? Number.NEGATIVE_INFINITY;
  return {
    done: standing.filter((step) => !isUndo(step)),
    undone: standing.filter((step) => isUndo(step) && step.seq > fresh),
  };
}

/** The event that undo takes back next, but for those that are passed over. Null where there is none. */
export function nextUndo<Each extends Step>(
  steps: readonly Each[],
  passed: ReadonlySet<string> = new Set(),
): Each | null {
  return stacksOf(steps).done.findLast(({ id }) => !passed.has(id)) ?? null;
}

/** The undo that redo takes back next, but for those that are passed over. Null where there is none. */
export function nextRedo<Each extends Step>(
  steps: readonly Each[],
  passed: ReadonlySet<string> = new Set(),
): Each | null {
  return stacksOf(steps).undone.findLast(({ id }) => !passed.has(id)) ?? null;
}
