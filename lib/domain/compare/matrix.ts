import { type CodeNode, flatten, type Tree } from "../codebook";
import type { Amount, Length } from "./amount";
import type { Filter, PassageStatus } from "./source";
import { CELL_FIELDS, COLUMN_FIELDS, type Digests, OWN, TREE, tallyDigests } from "./tally";
import { type ZeroReason, zeroExplainer } from "./zero";

/** Groups of fewer people are marked: read them as cases, not as shares. */
export const SMALL_GROUP = 5;

/** The code alone, or the code with all below it. */
export type Variant = "own" | "tree";

/** What a matrix is made of. */
export type MatrixInput<T extends CodeNode = CodeNode> = {
  /** One digest for each unit of talk, all under `filter`. */
  readonly digests: Digests;
  /** Who is compared; talk of anyone else is left out. `groupKey` null: in the total alone. */
  readonly interviewees: readonly {
    readonly id: string;
    readonly number: number;
    readonly groupKey: string | null;
  }[];
  /** The columns, in order. */
  readonly groups: readonly { readonly key: string; readonly label: string }[];
  /** The rows, and which code is below which. Must be the tree that the digests were counted with, or whole branches of it. */
  readonly tree: Tree<T>;
  /** The whole guide; empty if the study has none. */
  readonly questions: readonly { readonly id: string; readonly clusterId: string }[];
  /** By interviewee, what they were asked and whether it was answered. No entry at all: their talk is not tied to the guide. */
  readonly asked: ReadonlyMap<string, ReadonlyMap<string, PassageStatus>>;
  /** By code, the questions on whose passages it stands anywhere in the study, without a filter. */
  readonly codeQuestions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whose talk holds any coding, without a filter. */
  readonly coded: ReadonlySet<string>;
  readonly filter: Filter;
};

/** A cell's counts: `n` interviewees `of` those in the group, with their numbers ascending. `zero` says why `n` is 0, and is null otherwise. */
export type Figure = Amount & {
  readonly n: number;
  readonly of: number;
  readonly numbers: readonly number[];
  readonly zero: ZeroReason | null;
};

/** The counts of one code and one group. */
export type Cell = Readonly<Record<Variant, Figure>>;

/** A group; `key` is null for the total. */
export type MatrixColumn = {
  readonly key: string | null;
  readonly label: string;
  readonly size: number;
  /** Fewer than `SMALL_GROUP` people. */
  readonly small: boolean;
  /** How many of them have talk that holds any coding, without the filter. */
  readonly codedPeople: number;
  readonly spoken: Length;
  readonly coded: Amount;
  /** Segments summed over all rows: a segment with two codes is two. */
  readonly codings: number;
};

/** A code with its cells, in the order of the columns. `unattributed` is talk of speakers not known as interviewees, which is in no cell. */
export type MatrixRow<T extends CodeNode = CodeNode> = {
  readonly code: T;
  readonly depth: number;
  readonly cells: readonly Cell[];
  readonly total: Cell;
  readonly unattributed: Readonly<Record<Variant, Amount>>;
};

/** Codes × groups. The rows are in the order of the codebook. */
export type Matrix<T extends CodeNode = CodeNode> = {
  readonly columns: readonly MatrixColumn[];
  readonly total: MatrixColumn;
  /** What is coded of speakers not known as interviewees: in no column, and not in the total. */
  readonly unattributed: Amount;
  readonly rows: readonly MatrixRow<T>[];
};

/** Counts codes × groups from digests. The rules are in this folder's README. */
export function matrix<T extends CodeNode>(input: MatrixInput<T>): Matrix<T> {
  const people = input.interviewees.toSorted((a, b) => a.number - b.number);
  const groupAt = new Map(input.groups.map(({ key }, index) => [key, index]));
  const columnOf = people.map(({ groupKey }) => (groupKey === null ? -1 : (groupAt.get(groupKey) ?? -1)));
  const codes = flatten(input.tree);
  const tally = tallyDigests(input.digests, {
    people: people.map(({ id }) => id),
    columnOf,
    codes: codes.map(({ code }) => code.id),
    columnCount: input.groups.length,
  });

  // The places of each column's members in `people`; the total, which holds everyone, comes last.
  const members = [...input.groups.map((): number[] => []), people.map((_, index) => index)];
  for (const [index, column] of columnOf.entries()) if (column >= 0) members[column]?.push(index);
  const explain = zeroExplainer(input);
  const explainers = members.map((places) => explain(places.map((place) => people[place]?.id ?? "")));

  const total = input.groups.length;
  const width = total + 2;
  const rowOf = (code: T, depth: number, row: number): MatrixRow<T> => {
    const numbers = { own: members.map((): number[] => []), tree: members.map((): number[] => []) };
    for (let place = 0; place < people.length; place += 1) {
      const bits = tally.raised[row * people.length + place] as number;
      if (bits === 0) continue;
      const { number } = people[place] as { number: number };
      const column = columnOf[place] as number;
      if ((bits & OWN) !== 0) push(numbers.own, column, total, number);
      if ((bits & TREE) !== 0) push(numbers.tree, column, total, number);
    }
    const cellOf = (column: number): Cell => {
      const from = row * width + column;
      const sums = sumFields(
        tally.cells,
        column < total ? from : row * width,
        column < total ? 1 : total + 1,
        CELL_FIELDS,
      );
      const amounts = amountsIn(sums);
      const figure = (variant: Variant): Figure => {
        const raisedBy = numbers[variant][column] ?? [];
        const zero = raisedBy.length > 0 ? null : (explainers[column]?.(code.id, variant) ?? null);
        return {
          n: raisedBy.length,
          of: members[column]?.length ?? 0,
          numbers: raisedBy,
          ...amounts[variant],
          zero,
        };
      };
      return { own: figure("own"), tree: figure("tree") };
    };
    return {
      code,
      depth,
      cells: input.groups.map((_, column) => cellOf(column)),
      total: cellOf(total),
      unattributed: amountsIn(sumFields(tally.cells, row * width + total + 1, 1, CELL_FIELDS)),
    };
  };

  const columnAt = (key: string | null, label: string, column: number): MatrixColumn => {
    const ids = (members[column] ?? []).map((place) => people[place]?.id ?? "");
    const sums = sumFields(
      tally.columns,
      column < total ? column : 0,
      column < total ? 1 : total + 1,
      COLUMN_FIELDS,
    );
    const [words = 0, characters = 0, segments = 0, codedWords = 0, codedCharacters = 0, codings = 0] = sums;
    return {
      key,
      label,
      size: ids.length,
      small: ids.length < SMALL_GROUP,
      codedPeople: ids.filter((id) => input.coded.has(id)).length,
      spoken: { words, characters },
      coded: { segments, words: codedWords, characters: codedCharacters },
      codings,
    };
  };
  const [, , segments = 0, words = 0, characters = 0] = sumFields(tally.columns, total + 1, 1, COLUMN_FIELDS);
  return {
    columns: input.groups.map(({ key, label }, column) => columnAt(key, label, column)),
    total: columnAt(null, "", total),
    unattributed: { segments, words, characters },
    rows: codes.map(({ code, depth }, row) => rowOf(code, depth, row)),
  };
}

/** Adds a number to its column, where it has one, and to the total. */
function push(lists: readonly number[][], column: number, total: number, number: number): void {
  if (column >= 0) lists[column]?.push(number);
  lists[total]?.push(number);
}

function amountsIn(sums: readonly number[]): Record<Variant, Amount> {
  const [segments = 0, words = 0, characters = 0, below = 0, wordsBelow = 0, charactersBelow = 0] = sums;
  return {
    own: { segments, words, characters },
    tree: { segments: below, words: wordsBelow, characters: charactersBelow },
  };
}

/** The sums, field by field, of `count` records that follow one another from the place `first`. */
function sumFields(records: Float64Array, first: number, count: number, fields: number): number[] {
  const sums = new Array<number>(fields).fill(0);
  for (let at = first * fields; at < (first + count) * fields; at += 1) {
    (sums[at % fields] as number) += records[at] as number;
  }
  return sums;
}
