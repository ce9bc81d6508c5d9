import "server-only";
import { controlShare } from "@/lib/domain/transcript";
import type { Encoding } from "@/lib/schemas/transcripts";

export interface Decoded {
  text: string;
  encoding: Encoding;
  /** Places that could not be read in this encoding; U+FFFD stands there. */
  undecodable: number;
}

/** Where this share of characters cannot be read, the encoding is another one. */
const TOLERABLE = 0.01;
const KANA = /[\u3041-\u3096\u30a1-\u30fa]/gu;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** The bytes as text in an encoding that somebody chose. Shift_JIS is cp932, as everywhere on the web. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  // A mark that stands in the file itself is no failure.
  const own = encoding === "utf-8" ? countOwnMarks(bytes) : 0;
  return { text, encoding, undecodable: Math.max(0, count(text, /\uFFFD/gu) - own) };
}

function countOwnMarks(bytes: Uint8Array): number {
  let marks = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) marks++;
  return marks;
}

/**
 * The bytes as text, in the encoding that they are most probably written in: by their byte order mark;
 * as UTF-16 where zeros stand in every other place; ISO-2022-JP by its escapes; UTF-8 where all of it
 * reads; Shift_JIS or EUC-JP where it does and looks Japanese; windows-1252 otherwise.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes);
  if (marked) return decodeAs(bytes, marked);
  const wide = asUtf16(bytes);
  if (wide) return wide;
  if (hasEscapes(bytes)) {
    const escaped = decodeAs(bytes, "iso-2022-jp");
    if (escaped.undecodable === 0) return escaped;
  }
  const utf8 = decodeAs(bytes, "utf-8");
  if (utf8.undecodable === 0) return utf8;
  const japanese = (["shift_jis", "euc-jp"] as const)
    .map((encoding) => decodeAs(bytes, encoding))
    .filter(({ text, undecodable }) => undecodable <= text.length * TOLERABLE && count(text, KANA) > 0)
    .sort((a, b) => likely(b) - likely(a));
  // A file of UTF-8 that lost a byte is still UTF-8: what fails is a small part of what is not ASCII.
  const foreign = count(utf8.text, /[^\p{ASCII}\uFFFD]/gu);
  if (utf8.undecodable * 10 < foreign) return utf8;
  return japanese[0] ?? decodeAs(bytes, "windows-1252");
}

/** Read in the other encoding, either turns into half-width katakana and rare kanji: the one with more kana is right. */
const likely = ({ text, undecodable }: Decoded) => count(text, KANA) - 10 * undecodable;

function byMark(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark: the high bytes of its spaces and line breaks are zero, its kana's are 0x30. */
function asUtf16(bytes: Uint8Array): Decoded | null {
  if (bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, 4096);
  const high = [0, 0];
  let zeros = 0;
  sample.forEach((byte, index) => {
    if (byte === 0) zeros++;
    if (byte === 0 || byte === 0x30) high[index % 2] = (high[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = high;
  if (zeros === 0 || Math.max(even, odd) < sample.length / 8) return null;
  const decoded = decodeAs(bytes, odd > even ? "utf-16le" : "utf-16be");
  return decoded.undecodable === 0 && controlShare(decoded.text) < TOLERABLE ? decoded : null;
}

/** ESC $ or ESC ( , with which ISO-2022-JP changes its character set. */
function hasEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true;
  return false;
}
