import { decodeTable } from "./codec";
import type { Digest } from "./digest";
import {
  type DigestIds,
  type NumberedTable,
  numberTable,
  OCCURRENCE_FIELDS,
  ROW_FIELDS,
  TALK_FIELDS,
  toTable,
} from "./table";
import { IdNumbers } from "./uuid";

/** A digest, or one as stored bytes. */
export type AnyDigest = Digest | Uint8Array;

/** Digests that have been read, so that they can be summed more than once. */
export type ReadDigests = {
  readonly ids: { readonly [Kind in keyof DigestIds]: IdNumbers };
  readonly tables: readonly NumberedTable[];
};

/** Digests in any form; those that are summed more than once are better read before. */
export type Digests = Iterable<AnyDigest> | ReadDigests;

/** Reads digests, unless they have been. Throws a RangeError if stored bytes are none. */
export function readDigests(digests: Digests): ReadDigests {
  if ("tables" in digests) return digests;
  const ids = { people: new IdNumbers(), codes: new IdNumbers(), questions: new IdNumbers() };
  return { ids, tables: [...tablesOf(digests, ids)] };
}

/** Numbers of a cell: segments, words, characters of the code alone, then of its tree. */
export const CELL_FIELDS = 6;
/** Numbers of a column: spoken words and characters; coded segments, words and characters; own segments of all codes. */
export const COLUMN_FIELDS = 6;
/** Bits of `raised`: the interviewee raised the code itself; or something in its tree. */
export const OWN = 1;
export const TREE = 2;

/** What the digests are summed into. People, codes and columns go by their place in the lists given. */
export type Tally = {
  /** `(code × (columns + 2) + column) × CELL_FIELDS`; after the columns people of none, then speakers not known. */
  readonly cells: Float64Array;
  /** `column × COLUMN_FIELDS`, in the same order of columns. */
  readonly columns: Float64Array;
  /** `code × people + person`: bits of `OWN` and `TREE`. */
  readonly raised: Uint8Array;
};

/** The places to sum into. `columnOf[i]` is the column of `people[i]`, or -1 if it stands in none. */
export type TallyPlan = {
  readonly people: readonly string[];
  readonly columnOf: readonly number[];
  readonly codes: readonly string[];
  readonly columnCount: number;
};

/**
 * The sum of digests of different talk. People and codes that the plan does not name are left out: that is
 * how a comparison is restricted to some. O(records), without an object for each.
 */
export function tallyDigests(digests: Digests, plan: TallyPlan): Tally {
  const { ids, tables } = readDigests(digests);
  const width = plan.columnCount + 2;
  const ungrouped = plan.columnCount;
  const unknown = plan.columnCount + 1;
  const tally = {
    cells: new Float64Array(plan.codes.length * width * CELL_FIELDS),
    columns: new Float64Array(width * COLUMN_FIELDS),
    raised: new Uint8Array(plan.codes.length * plan.people.length),
  };
  const personAt = placesOf(ids.people, plan.people);
  const codeAt = placesOf(ids.codes, plan.codes);

  for (const table of tables) {
    const people = table.people.map((number) => personAt[number] as number);
    const codes = table.codes.map((number) => codeAt[number] as number);
    // The column that each person's records add to; -1 for people who are not compared.
    const columnOf = people.map((person) => {
      const column = person < 0 ? -1 : (plan.columnOf[person] ?? -1);
      return person >= 0 && column < 0 ? ungrouped : column;
    });
    const { talk, rows } = table;
    for (let at = 0; at < talk.length; at += TALK_FIELDS) {
      const number = talk[at] as number;
      const column = number === 0 ? unknown : (columnOf[number - 1] ?? -1);
      if (column >= 0) add(tally.columns, column * COLUMN_FIELDS, talk, at + 1, TALK_FIELDS - 1);
    }
    for (let at = 0; at < rows.length; at += ROW_FIELDS) {
      const number = rows[at] as number;
      const code = codes[rows[at + 1] as number] ?? -1;
      const column = number === 0 ? unknown : (columnOf[number - 1] ?? -1);
      if (code < 0 || column < 0) continue;
      add(tally.cells, (code * width + column) * CELL_FIELDS, rows, at + 2, CELL_FIELDS);
      (tally.columns[column * COLUMN_FIELDS + 5] as number) += rows[at + 2] as number;
      if (number === 0) continue;
      const bits = ((rows[at + 2] as number) > 0 ? OWN : 0) | ((rows[at + 5] as number) > 0 ? TREE : 0);
      (tally.raised[code * plan.people.length + (people[number - 1] as number)] as number) |= bits;
    }
  }
  return tally;
}

/** What a matrix has to know of the whole study: where each code occurs, and whose talk holds any coding. */
export type CodingFacts = {
  readonly codeQuestions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly coded: ReadonlySet<string>;
};

/** The facts told by the digests of a whole study, counted without a filter. */
export function codingFacts(digests: Digests): CodingFacts {
  const { ids, tables } = readDigests(digests);
  // By the numbers of people; of codes and, in each, of questions.
  const heard: boolean[] = [];
  const standing: boolean[][] = [];
  for (const { people, codes, questions, talk, occurrences } of tables) {
    for (let at = 0; at < talk.length; at += TALK_FIELDS) {
      const number = talk[at] as number;
      if (number > 0 && (talk[at + 3] as number) > 0) heard[numberAt(people, number - 1)] = true;
    }
    for (let at = 0; at < occurrences.length; at += OCCURRENCE_FIELDS) {
      const code = numberAt(codes, occurrences[at] as number);
      const on = standing[code] ?? [];
      standing[code] = on;
      on[numberAt(questions, occurrences[at + 1] as number)] = true;
    }
  }
  const named = (of: boolean[], by: IdNumbers) =>
    new Set(of.flatMap((holds, number) => (holds ? [by.id(number)] : [])));
  return {
    codeQuestions: new Map(
      // A code that stands nowhere is a hole, which flatMap leaves out.
      standing.flatMap((on, code): [string, Set<string>][] => [
        [ids.codes.id(code), named(on, ids.questions)],
      ]),
    ),
    coded: named(heard, ids.people),
  };
}

function* tablesOf(digests: Iterable<AnyDigest>, ids: DigestIds): Generator<NumberedTable> {
  for (const digest of digests)
    yield digest instanceof Uint8Array ? decodeTable(digest, ids) : numberTable(toTable(digest), ids);
}

/** By number, the place of an id in a list, or -1. */
function placesOf(numbers: IdNumbers, list: readonly string[]): Int32Array {
  const places = new Map(list.map((id, place) => [id, place]));
  return Int32Array.from(numbers.all, (id) => places.get(id) ?? -1);
}

/** The number at a place of a table of ids. Throws a RangeError if there is none. */
function numberAt(numbers: Int32Array, place: number): number {
  const number = numbers[place];
  if (number === undefined) throw new RangeError("a digest's record points outside its ids");
  return number;
}

function add(to: Float64Array, at: number, from: Int32Array, start: number, count: number): void {
  for (let index = 0; index < count; index += 1) (to[at + index] as number) += from[start + index] as number;
}
