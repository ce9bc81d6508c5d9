import { type CodeNode, flatten, type Tree } from "../codebook";
import type { Amount, Length } from "./amount";
import type { Filter, PassageStatus } from "./source";
import { type AnyDigest, CELL_FIELDS, COLUMN_FIELDS, OWN, type Tally, TREE, tallyDigests } from "./tally";
import { type ZeroReason, zeroExplainer } from "./zero";

/** Groups of fewer people are marked: read them as cases, not as shares. */
export const SMALL_GROUP = 5;

/** The code alone, or the code with all below it. */
export type Variant = "own" | "tree";

/** What a matrix is made of. */
export type MatrixInput<T extends CodeNode = CodeNode> = {
  /** One digest for each unit of talk, all under `filter`. */
  readonly digests: Iterable<AnyDigest>;
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

  const width = members.length + 1;
  const cellOf = (codeId: string, code: number, column: number): Cell => {
    const places = members[column] ?? [];
    const amounts = amountsAt(tally, code * width + column);
    const figure = (variant: Variant): Figure => {
      const bit = variant === "own" ? OWN : TREE;
      const numbers: number[] = [];
      for (const place of places) {
        if (((tally.raised[code * people.length + place] ?? 0) & bit) !== 0)
          numbers.push(people[place]?.number ?? 0);
      }
      const zero = numbers.length > 0 ? null : (explainers[column]?.(codeId, variant) ?? null);
      return { n: numbers.length, of: places.length, numbers, ...amounts[variant], zero };
    };
    return { own: figure("own"), tree: figure("tree") };
  };

  const total = input.groups.length;
  const columnAt = (key: string | null, label: string, column: number): MatrixColumn => {
    const ids = (members[column] ?? []).map((place) => people[place]?.id ?? "");
    const [words, characters, ...rest] = fieldsAt(tally.columns, column, COLUMN_FIELDS);
    const [segments, codedWords, codedCharacters, codings] = rest;
    return {
      key,
      label,
      size: ids.length,
      small: ids.length < SMALL_GROUP,
      codedPeople: ids.filter((id) => input.coded.has(id)).length,
      spoken: { words: words ?? 0, characters: characters ?? 0 },
      coded: { segments: segments ?? 0, words: codedWords ?? 0, characters: codedCharacters ?? 0 },
      codings: codings ?? 0,
    };
  };
  return {
    columns: input.groups.map(({ key, label }, column) => columnAt(key, label, column)),
    total: columnAt(null, "", total),
    rows: codes.map(({ code, depth }, index) => ({
      code,
      depth,
      cells: input.groups.map((_, column) => cellOf(code.id, index, column)),
      total: cellOf(code.id, index, total),
      unattributed: amountsAt(tally, index * width + total + 1),
    })),
  };
}

function amountsAt(tally: Tally, cell: number): Record<Variant, Amount> {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = fieldsAt(tally.cells, cell, CELL_FIELDS);
  return { own: { segments: a, words: b, characters: c }, tree: { segments: d, words: e, characters: f } };
}

function fieldsAt(records: Float64Array, index: number, fields: number): Float64Array {
  return records.subarray(index * fields, (index + 1) * fields);
}
