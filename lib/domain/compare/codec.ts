import type { Digest } from "./digest";
import {
  type DigestIds,
  fromTable,
  type NumberedTable,
  OCCURRENCE_FIELDS,
  ROW_FIELDS,
  TALK_FIELDS,
  toTable,
} from "./table";
import { IdNumbers, UUID_BYTES, writeUuid } from "./uuid";

/** The first byte of every encoded digest. Raised when the format changes, so that stored ones are counted anew. */
const FORMAT = 1;

/**
 * A digest as bytes: the format's number; then as variable-length numbers (seven bits a byte, lowest first)
 * how many people, codes, questions, and records of each kind there are; then the ids, 16 bytes each; then
 * the records. Throws a RangeError if an id is no lower-case UUID or a count is no whole number below 2³¹.
 */
export function encodeDigest(digest: Digest): Uint8Array {
  const table = toTable(digest);
  const bytes: number[] = [FORMAT];
  const lists = [table.people, table.codes, table.questions];
  const counts = [
    ...lists.map((ids) => ids.length),
    table.talk.length / TALK_FIELDS,
    table.rows.length / ROW_FIELDS,
    table.occurrences.length / OCCURRENCE_FIELDS,
  ];
  for (const count of counts) writeNumber(bytes, count);
  for (const ids of lists) for (const id of ids) writeUuid(bytes, id);
  for (const records of [table.talk, table.rows, table.occurrences]) {
    for (let at = 0; at < records.length; at += 1) writeNumber(bytes, records[at] as number);
  }
  return Uint8Array.from(bytes);
}

/** The digest that was encoded. Throws a RangeError if the bytes are not one, or of another format. */
export function decodeDigest(bytes: Uint8Array): Digest {
  const ids = { people: new IdNumbers(), codes: new IdNumbers(), questions: new IdNumbers() };
  const { people, codes, questions, ...records } = decodeTable(bytes, ids);
  const named = (numbers: Int32Array, by: IdNumbers) => Array.from(numbers, (number) => by.id(number));
  return fromTable({
    ...records,
    people: named(people, ids.people),
    codes: named(codes, ids.codes),
    questions: named(questions, ids.questions),
  });
}

/** As `decodeDigest`, but as a table, whose ids are numbered together with those of other digests. */
export function decodeTable(bytes: Uint8Array, ids: DigestIds): NumberedTable {
  if (bytes[0] !== FORMAT) throw new RangeError("not a digest of this format");
  const cursor = { bytes, at: 1 };
  const [people = 0, codes = 0, questions = 0, talk = 0, rows = 0, found = 0] = readNumbers(cursor, 6);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbersOf = (count: number, by: IdNumbers) => {
    const { at } = cursor;
    if (count * UUID_BYTES > bytes.length - at) throw new RangeError("a digest is shorter than it says");
    cursor.at += count * UUID_BYTES;
    const numbers = new Int32Array(count);
    if (by)
      for (let index = 0; index < count; index += 1) numbers[index] = by.read(view, at + index * UUID_BYTES);
    return numbers;
  };
  const table = {
    people: numbersOf(people, ids.people),
    codes: numbersOf(codes, ids.codes),
    questions: numbersOf(questions, ids.questions),
    talk: readNumbers(cursor, talk * TALK_FIELDS),
    rows: readNumbers(cursor, rows * ROW_FIELDS),
    occurrences: readNumbers(cursor, found * OCCURRENCE_FIELDS),
  };
  if (cursor.at !== bytes.length) throw new RangeError("a digest is longer than it says");
  return table;
}

function readNumbers(cursor: { readonly bytes: Uint8Array; at: number }, count: number): Int32Array {
  const { bytes } = cursor;
  // Every number takes at least one byte: a count beyond that is damage, and must not reserve memory.
  if (count < 0 || count > bytes.length - cursor.at) throw new RangeError("a digest is shorter than it says");
  const numbers = new Int32Array(count);
  let at = cursor.at;
  for (let index = 0; index < count; index += 1) {
    let byte = bytes[at++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      if (at >= bytes.length || shift > 28) throw new RangeError("a digest ends in the middle of a number");
      byte = bytes[at++] as number;
      value |= (byte & 0x7f) << shift;
    }
    numbers[index] = value;
  }
  if (at > bytes.length) throw new RangeError("a digest is shorter than it says");
  cursor.at = at;
  return numbers;
}

function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
}
