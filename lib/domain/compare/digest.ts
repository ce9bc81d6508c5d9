import { ancestors, type Tree } from "../codebook";
import { compareRanges } from "../segment";
import { countsBy, unitCounter } from "../text";
import { type Amount, type Length, NOTHING } from "./amount";
import { measure, type Side } from "./measure";
import { questionFinder } from "./question";
import { admitsSegment, type CountedSegment, type CountedSource, type Filter } from "./source";
import { type Part, talkParts } from "./talk";

/** What one interviewee's talk holds of one code: the code alone, and the code with all below it. `intervieweeId` is null for speakers not yet known. */
export type DigestRow = {
  readonly intervieweeId: string | null;
  readonly codeId: string;
  readonly own: Amount;
  readonly tree: Amount;
};

/** How much one interviewee said, and how much of that carries any code. */
export type TalkRow = {
  readonly intervieweeId: string | null;
  readonly spoken: Length;
  readonly coded: Amount;
};

/** That a code stands on talk that answers a question. */
export type Occurrence = { readonly codeId: string; readonly questionId: string };

/** One unit of talk, counted. All three lists are sorted by their ids (null first), so that equal sources have equal digests. */
export type Digest = {
  readonly talk: readonly TalkRow[];
  readonly rows: readonly DigestRow[];
  readonly occurrences: readonly Occurrence[];
};

/** What is counted together: for each side the segments, sorted. */
type Lists = CountedSegment[][];

/** Every word of every side. */
const EVERYTHING = [{ start: 0, end: Number.POSITIVE_INFINITY }];

/**
 * Counts one unit of talk under a filter. The rules are in this folder's README. Codes that the tree does
 * not know are counted alone. O(n log n) in the codings, for a tree of bounded depth.
 */
export function digest(source: CountedSource, filter: Filter = {}): Digest {
  const people = new Set<string | null>();
  const sides: Side[] = source.transcripts.map((transcript) => {
    const parts = talkParts(transcript, filter);
    const partsOf = new Map<string | null, Part[]>();
    for (const part of parts) {
      people.add(part.intervieweeId);
      push(partsOf, part.intervieweeId, part);
    }
    const count = unitCounter(transcript.starts, parts.at(-1)?.end ?? 0);
    return { unit: countsBy(transcript.language), count, partsOf };
  });
  const segments: Lists = source.transcripts.map((transcript) =>
    transcript.segments
      .filter((segment) => segment.codeIds.length > 0 && admitsSegment(filter, segment))
      .sort(compareRanges),
  );
  const { own, tree } = listsByCode(segments, source.tree);
  const empty: Lists = segments.map(() => []);

  const talk: TalkRow[] = [];
  const rows: DigestRow[] = [];
  for (const intervieweeId of [...people].sort(compareIds)) {
    const { words, characters } = measure(
      sides,
      intervieweeId,
      sides.map(() => EVERYTHING),
    );
    talk.push({
      intervieweeId,
      spoken: { words, characters },
      coded: measure(sides, intervieweeId, segments),
    });
    for (const [codeId, below] of tree) {
      const treeAmount = measure(sides, intervieweeId, below);
      if (treeAmount.segments === 0) continue;
      const alone = own.get(codeId) ?? empty;
      const ownAmount = sameLists(alone, below) ? treeAmount : measure(sides, intervieweeId, alone);
      rows.push({
        intervieweeId,
        codeId,
        own: ownAmount.segments === 0 ? NOTHING : ownAmount,
        tree: treeAmount,
      });
    }
  }
  return { talk, rows, occurrences: occurrencesOf(source, segments, filter) };
}

/** For each code, in order of id, its segments alone and its segments with those of all codes below it. */
function listsByCode(segments: Lists, tree: Tree): { own: Map<string, Lists>; tree: Map<string, Lists> } {
  const own = new Map<string, Lists>();
  const whole = new Map<string, Lists>();
  /** For each code the lists that its segments go to: its own, and those of the trees that it stands in. */
  const targets = new Map<string, Lists[]>();
  const targetsOf = (codeId: string) => {
    let lists = targets.get(codeId);
    if (lists === undefined) {
      const line = [codeId, ...ancestors(tree, codeId).map((code) => code.id)];
      lists = [
        listsAt(own, codeId, segments.length),
        ...line.map((id) => listsAt(whole, id, segments.length)),
      ];
      targets.set(codeId, lists);
    }
    return lists;
  };
  for (const [side, list] of segments.entries()) {
    for (const segment of list) {
      for (const codeId of segment.codeIds) {
        for (const lists of targetsOf(codeId)) {
          // A segment reaches a code once for each of its codes below it; they follow one another.
          const target = lists[side] as CountedSegment[];
          if (target[target.length - 1] !== segment) target.push(segment);
        }
      }
    }
  }
  return { own, tree: new Map([...whole].sort(([a], [b]) => compareIds(a, b))) };
}

function listsAt(byCode: Map<string, Lists>, codeId: string, sides: number): Lists {
  const known = byCode.get(codeId);
  if (known !== undefined) return known;
  const lists: Lists = Array.from({ length: sides }, () => []);
  byCode.set(codeId, lists);
  return lists;
}

function sameLists(a: Lists, b: Lists): boolean {
  return a.every((list, side) => list.length === b[side]?.length);
}

function occurrencesOf(source: CountedSource, segments: Lists, filter: Filter): Occurrence[] {
  const questionsOf = new Map<string, Set<string>>();
  for (const [side, transcript] of source.transcripts.entries()) {
    const questionOf = questionFinder(transcript, filter);
    for (const segment of segments[side] ?? []) {
      const questionId = questionOf(segment)?.questionId;
      if (questionId === undefined) continue;
      for (const codeId of segment.codeIds) {
        const known = questionsOf.get(codeId);
        if (known === undefined) questionsOf.set(codeId, new Set([questionId]));
        else known.add(questionId);
      }
    }
  }
  const codes = [...questionsOf].sort(([a], [b]) => compareIds(a, b));
  return codes.flatMap(([codeId, ids]) =>
    [...ids].sort(compareIds).map((questionId) => ({ codeId, questionId })),
  );
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function compareIds(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return a === null || (b !== null && a < b) ? -1 : 1;
}
