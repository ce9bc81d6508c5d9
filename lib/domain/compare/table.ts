import type { Amount } from "./amount";
import type { Digest } from "./digest";
import type { IdNumbers } from "./uuid";

/** Numbers of a talk record: person, spoken words and characters, coded segments, words and characters. */
export const TALK_FIELDS = 6;
/** Numbers of a row record: person, code, and segments, words, characters of the code alone and of its tree. */
export const ROW_FIELDS = 8;
/** Numbers of an occurrence record: code, question. */
export const OCCURRENCE_FIELDS = 2;

/**
 * A digest as tables of ids and flat records that point into them: the form in which thousands are stored
 * and summed. A person's number is 0 for nobody known, otherwise one more than the place in `people`.
 */
export type DigestTable<Ids = readonly string[]> = {
  readonly people: Ids;
  readonly codes: Ids;
  readonly questions: Ids;
  readonly talk: Int32Array;
  readonly rows: Int32Array;
  readonly occurrences: Int32Array;
};

/** The numbers of ids that many tables share. */
export type DigestIds = {
  readonly people: IdNumbers;
  readonly codes: IdNumbers;
  readonly questions: IdNumbers;
};

/** A table that names its ids by such numbers. */
export type NumberedTable = DigestTable<Int32Array>;

/** The same table by the numbers of its ids. */
export function numberTable(table: DigestTable, ids: DigestIds): NumberedTable {
  const numbers = (of: readonly string[], by: IdNumbers) => Int32Array.from(of, (id) => by.of(id));
  return {
    ...table,
    people: numbers(table.people, ids.people),
    codes: numbers(table.codes, ids.codes),
    questions: numbers(table.questions, ids.questions),
  };
}

/** The table of a digest. Records keep their order. Throws a RangeError if a count is no whole number below 2³¹. */
export function toTable(digest: Digest): DigestTable {
  const people = new Numbering();
  const codes = new Numbering();
  const questions = new Numbering();
  const person = (id: string | null) => (id === null ? 0 : people.of(id) + 1);
  const amount = ({ segments, words, characters }: Amount) => [segments, words, characters];
  const talk = digest.talk.flatMap(({ intervieweeId, spoken, coded }) => [
    person(intervieweeId),
    spoken.words,
    spoken.characters,
    ...amount(coded),
  ]);
  const rows = digest.rows.flatMap((row) => [
    person(row.intervieweeId),
    codes.of(row.codeId),
    ...amount(row.own),
    ...amount(row.tree),
  ]);
  const occurrences = digest.occurrences.flatMap((each) => [
    codes.of(each.codeId),
    questions.of(each.questionId),
  ]);
  return {
    people: people.ids,
    codes: codes.ids,
    questions: questions.ids,
    talk: records(talk),
    rows: records(rows),
    occurrences: records(occurrences),
  };
}

/** The digest of a table: the inverse of `toTable`. Throws a RangeError if a record points outside the tables. */
export function fromTable(table: DigestTable): Digest {
  const { talk, rows, occurrences } = table;
  const person = (number: number) => (number === 0 ? null : idAt(table.people, number - 1));
  const amount = (of: Int32Array, at: number): Amount => ({
    segments: field(of, at),
    words: field(of, at + 1),
    characters: field(of, at + 2),
  });
  return {
    talk: offsets(talk, TALK_FIELDS).map((at) => ({
      intervieweeId: person(field(talk, at)),
      spoken: { words: field(talk, at + 1), characters: field(talk, at + 2) },
      coded: amount(talk, at + 3),
    })),
    rows: offsets(rows, ROW_FIELDS).map((at) => ({
      intervieweeId: person(field(rows, at)),
      codeId: idAt(table.codes, field(rows, at + 1)),
      own: amount(rows, at + 2),
      tree: amount(rows, at + 5),
    })),
    occurrences: offsets(occurrences, OCCURRENCE_FIELDS).map((at) => ({
      codeId: idAt(table.codes, field(occurrences, at)),
      questionId: idAt(table.questions, field(occurrences, at + 1)),
    })),
  };
}

/** The id at a place of a table of ids. Throws a RangeError if there is none. */
function idAt(ids: readonly string[], place: number): string {
  const id = ids[place];
  if (id === undefined) throw new RangeError("a digest's record points outside its ids");
  return id;
}

function records(numbers: readonly number[]): Int32Array {
  const array = Int32Array.from(numbers);
  const odd = numbers.find((number, index) => number < 0 || number !== array[index]);
  if (odd !== undefined) throw new RangeError(`${odd} cannot be kept in a digest`);
  return array;
}

function field(of: Int32Array, at: number): number {
  return of[at] as number;
}

function offsets(of: Int32Array, fields: number): number[] {
  return Array.from({ length: of.length / fields }, (_, index) => index * fields);
}

/** Numbers ids from 0 in the order in which they are first seen. */
class Numbering {
  readonly ids: string[] = [];
  readonly #places = new Map<string, number>();

  of(id: string): number {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }
}
