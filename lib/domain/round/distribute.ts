/** One transcript that one coder codes. */
export interface Assigned {
  transcriptId: string;
  coderId: string;
}

export interface Distribution {
  /** In the order in which they are given out. */
  transcripts: readonly string[];
  /** Those among whom it is given out; of equal loads the first gets the next. */
  coders: readonly string[];
  /** By how many each transcript is to be coded. */
  each: number;
  /** What is assigned already, which stays; also to people who are not among the coders. */
  kept: readonly Assigned[];
}

/**
 * What to assign besides, so that each transcript is coded by `each` coders, or by all where there are fewer, as
 * evenly as can be: see the laws in README.md. Whoever is assigned already counts, of whatever coders. Transcripts
 * come in their order, and in each the coders in theirs. Deterministic. Throws `RangeError` where `each` is no
 * whole number from 1 on.
 */
export function distribute({ transcripts, coders, each, kept }: Distribution): Assigned[] {
  if (!Number.isInteger(each) || each < 1) throw new RangeError(`each is ${each}`);
  const has = new Map(transcripts.map((id) => [id, new Set<string>()]));
  for (const { transcriptId, coderId } of kept) has.get(transcriptId)?.add(coderId);
  const loads = loadsOf(coders, kept);
  const given = new Map<string, Set<string>>();
  for (const id of transcripts) {
    const taken = has.get(id) ?? new Set();
    const free = coders.filter((coder) => !taken.has(coder));
    const least = free.toSorted((a, b) => loadIn(loads, a) - loadIn(loads, b));
    const chosen = new Set(least.slice(0, Math.max(0, each - taken.size)));
    for (const coder of chosen) loads.set(coder, loadIn(loads, coder) + 1);
    given.set(id, chosen);
  }
  while (level(coders, loads, has, given));
  return transcripts.flatMap((transcriptId) =>
    coders.flatMap((coderId) => (given.get(transcriptId)?.has(coderId) ? [{ transcriptId, coderId }] : [])),
  );
}

/** How many transcripts each of the coders is assigned, in their order; zero included. */
export function loadsOf(coders: readonly string[], assigned: readonly Assigned[]): Map<string, number> {
  const loads = new Map(coders.map((id) => [id, 0]));
  for (const { coderId } of assigned) {
    const load = loads.get(coderId);
    if (load !== undefined) loads.set(coderId, load + 1);
  }
  return loads;
}

type Sets = ReadonlyMap<string, Set<string>>;

const loadIn = (loads: ReadonlyMap<string, number>, coder: string) => loads.get(coder) ?? 0;

/** Hands transcripts on along one chain from a coder to one with at least two fewer; false where there is none. */
function level(coders: readonly string[], loads: Map<string, number>, has: Sets, given: Sets): boolean {
  for (const from of coders.toSorted((a, b) => loadIn(loads, b) - loadIn(loads, a))) {
    const chain = chainFrom(from, coders, loads, has, given);
    if (chain === null) continue;
    for (const { transcriptId, giver, taker } of chain) {
      given.get(transcriptId)?.delete(giver);
      given.get(transcriptId)?.add(taker);
    }
    const to = chain.at(-1)?.taker ?? from;
    loads.set(from, loadIn(loads, from) - 1);
    loads.set(to, loadIn(loads, to) + 1);
    return true;
  }
  return false;
}

interface Handing {
  transcriptId: string;
  giver: string;
  taker: string;
}

/** The shortest chain of handings from a coder to one whose load is at least two less; null where there is none. */
function chainFrom(
  from: string,
  coders: readonly string[],
  loads: ReadonlyMap<string, number>,
  has: Sets,
  given: Sets,
): Handing[] | null {
  const cameBy = new Map<string, Handing | null>([[from, null]]);
  // Grows while it is walked: whoever is reached may hand on in turn.
  for (const [giver] of cameBy) {
    if (loadIn(loads, giver) <= loadIn(loads, from) - 2) return wayTo(giver, cameBy);
    for (const [transcriptId, holders] of given) {
      if (!holders.has(giver)) continue;
      for (const taker of coders) {
        if (cameBy.has(taker) || holders.has(taker) || has.get(transcriptId)?.has(taker)) continue;
        cameBy.set(taker, { transcriptId, giver, taker });
      }
    }
  }
  return null;
}

function wayTo(coder: string, cameBy: ReadonlyMap<string, Handing | null>): Handing[] {
  const way: Handing[] = [];
  for (let step = cameBy.get(coder); step; step = cameBy.get(step.giver)) way.unshift(step);
  return way;
}
