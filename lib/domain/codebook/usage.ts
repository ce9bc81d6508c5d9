/** Segments of one coder that carry the same codes of the same revisions and are said by the same people. */
export interface SegmentGroup {
  coderId: string;
  codes: readonly { id: string; revision: number }[];
  /** The interviewees in whose turns they lie. */
  people: readonly string[];
  segments: number;
}

/**
 * How the codes are used in one transcript, so short that it can be kept and summed on each read. `coders` holds for
 * each coder the groups one after the other: the number of codes, for each of them its place in `codes` and the
 * revision; the number of people, and of each the place in `people`; the number of segments.
 */
export interface Usage {
  readonly codes: readonly string[];
  readonly people: readonly string[];
  readonly coders: Readonly<Record<string, readonly number[]>>;
}

/** The usage of a transcript by the groups of its segments, in whatever order they come. O(n). */
export function usageOf(groups: readonly SegmentGroup[]): Usage {
  const [codes, people] = [new Places(), new Places()];
  const coders: Record<string, number[]> = {};
  for (const group of groups) {
    let list = coders[group.coderId];
    if (!list) coders[group.coderId] = list = [];
    list.push(group.codes.length);
    for (const { id, revision } of group.codes) list.push(codes.of(id), revision);
    list.push(group.people.length, ...group.people.map((id) => people.of(id)), group.segments);
  }
  return { codes: codes.ids, people: people.ids, coders };
}

/** What the sum needs to know of a code. */
export interface UsedCode {
  id: string;
  parentId: string | null;
  /** The revision since which it means what it means: codings of earlier ones are due to be looked at again. */
  meaningSince: number;
}

/** Segments, and interviewees in whose turns they lie. */
export type UseCount = [segments: number, people: number];

/** How much a code is used: by itself, and with all below it, by everybody and by one coder; `due` are theirs. */
export interface CodeUse {
  itself: { all: UseCount; own: UseCount };
  within: { all: UseCount; own: UseCount };
  due: number;
}

/** A transcript's usage as somebody sees it: all of it, or what one coder did alone. */
export interface SeenUsage {
  usage: Usage;
  only: string | null;
}

/**
 * How much each code is used in some transcripts, and how much of that is by `coderId`; codes that are not used, nor any
 * below them, are left out. A segment counts once for a code, however many of those below it lie on it, and so does an
 * interviewee. O(n × depth) in the codes of the groups.
 */
export function sumUsage(
  seen: Iterable<SeenUsage>,
  codes: readonly UsedCode[],
  coderId: string,
): Record<string, CodeUse> {
  const sums = codes.map((code) => new Sum(code));
  const byId = new Map(sums.map((sum) => [sum.code.id, sum]));
  for (const sum of sums) sum.above = lineOf(sum, byId);
  const people = new Places();
  let segment = 0;
  for (const { usage, only } of seen) {
    const here = usage.codes.map((id) => byId.get(id));
    const heard = usage.people.map((id) => people.of(id));
    for (const [coder, list] of Object.entries(usage.coders)) {
      if (only !== null && coder !== only) continue;
      const own = coder === coderId;
      for (let at = 0; at < list.length; ) {
        const codesAt = at + 1;
        const peopleAt = codesAt + 2 * (list[at] as number);
        const end = peopleAt + 1 + (list[peopleAt] as number);
        const count = list[end] as number;
        segment += 1;
        for (let code = codesAt; code < peopleAt; code += 2) {
          const sum = here[list[code] as number];
          if (!sum) continue;
          sum.itself.add(count, own, list, peopleAt + 1, end, heard);
          if (own && (list[code + 1] as number) < sum.code.meaningSince) sum.due += count;
          for (const line of sum.above) {
            if (line.last === segment) continue;
            line.last = segment;
            line.within.add(count, own, list, peopleAt + 1, end, heard);
          }
        }
        at = end + 1;
      }
    }
  }
  return Object.fromEntries(
    sums
      .filter(({ within }) => within.all.segments > 0)
      .map(({ code, itself, within, due }) => [
        code.id,
        { itself: itself.counts(), within: within.counts(), due },
      ]),
  );
}

/** Ids, each with the place at which it was first met. */
class Places {
  readonly ids: string[] = [];
  readonly #places = new Map<string, number>();

  of(id: string): number {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }
}

class Tally {
  readonly all = { segments: 0, people: new Set<number>() };
  readonly own = { segments: 0, people: new Set<number>() };

  add(count: number, own: boolean, list: readonly number[], from: number, to: number, heard: number[]): void {
    for (const side of own ? [this.all, this.own] : [this.all]) {
      side.segments += count;
      for (let at = from; at < to; at += 1) side.people.add(heard[list[at] as number] as number);
    }
  }

  counts(): { all: UseCount; own: UseCount } {
    const { all, own } = this;
    return { all: [all.segments, all.people.size], own: [own.segments, own.people.size] };
  }
}

class Sum {
  readonly itself = new Tally();
  readonly within = new Tally();
  due = 0;
  /** The code itself and those above it. */
  above: Sum[] = [];
  /** The group that was last counted within. */
  last = 0;

  constructor(readonly code: UsedCode) {}
}

function lineOf(sum: Sum, byId: ReadonlyMap<string, Sum>): Sum[] {
  const line: Sum[] = [];
  for (let at: Sum | undefined = sum; at && !line.includes(at); at = byId.get(at.code.parentId ?? ""))
    line.push(at);
  return line;
}
