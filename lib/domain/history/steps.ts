/** An event of one person: its number in the study, and what it takes back. */
export interface Step {
  id: string;
  seq: number;
  undoes: string | null;
}

/**
 * The event that undo takes back next: the newest that stands and is no undo of another. An undo of an undo
 * does the first again, and is a step like any. Null where there is none.
 */
export function nextUndo(steps: readonly Step[]): Step | null {
  return newest(standing(steps).filter(({ depth }) => depth % 2 === 0)) ?? null;
}

/** The undo that redo takes back next: the newest that stands, unless something new was done since. */
export function nextRedo(steps: readonly Step[]): Step | null {
  const last = newest(standing(steps).filter(({ depth }) => depth % 2 === 1));
  const fresh = newest(steps.filter(({ undoes }) => undoes === null));
  return last && (!fresh || fresh.seq < last.seq) ? last : null;
}

/** The events that nothing has taken back, each with how many events lie under it: 0 for one that takes none back. */
function standing(steps: readonly Step[]): (Step & { depth: number })[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const undone = new Set(steps.map(({ undoes }) => undoes));
  const depthOf = ({ undoes }: Step): number => {
    const under = undoes === null ? undefined : byId.get(undoes);
    // An event of somebody else's, or one beyond those at hand, is under it all the same.
    return undoes === null ? 0 : under ? depthOf(under) + 1 : 1;
  };
  return steps.filter(({ id }) => !undone.has(id)).map((step) => ({ ...step, depth: depthOf(step) }));
}

function newest<Each extends { seq: number }>(steps: readonly Each[]): Each | undefined {
  return steps.reduce<Each | undefined>(
    (best, step) => (best && best.seq > step.seq ? best : step),
    undefined,
  );
}
