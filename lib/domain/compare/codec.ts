import type { Digest } from "./digest";
import { type DigestTable, fromTable, OCCURRENCE_FIELDS, ROW_FIELDS, TALK_FIELDS, toTable } from "./table";
import { UUID_BYTES, UuidReader, writeUuid } from "./uuid";

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
  return fromTable(decodeTable(bytes, new UuidReader()));
}

/**
 * As `decodeDigest`, but as a table, with a reader that many digests share, as they name the same codes.
 * Where nobody asks for `occurrences`, they are left out, since the sums of a matrix do without them.
 */
export function decodeTable(bytes: Uint8Array, uuids: UuidReader, occurrences = true): DigestTable {
  if (bytes[0] !== FORMAT) throw new RangeError("not a digest of this format");
  const cursor = { bytes, at: 1 };
  const [people = 0, codes = 0, questions = 0, talk = 0, rows = 0, found = 0] = readNumbers(cursor, 6);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ids = (count: number) => {
    if (count * UUID_BYTES > bytes.length - cursor.at)
      throw new RangeError("a digest is shorter than it says");
    const list: string[] = [];
    for (let index = 0; index < count; index += 1, cursor.at += UUID_BYTES)
      list.push(uuids.read(view, cursor.at));
    return list;
  };
  const table = {
    people: ids(people),
    codes: ids(codes),
    questions: ids(questions),
    talk: readNumbers(cursor, talk * TALK_FIELDS),
    rows: readNumbers(cursor, rows * ROW_FIELDS),
    occurrences: readNumbers(cursor, occurrences ? found * OCCURRENCE_FIELDS : 0),
  };
  if (occurrences && cursor.at !== bytes.length) throw new RangeError("a digest is longer than it says");
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
