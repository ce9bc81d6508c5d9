import "server-only";
import type { Encoding } from "@/lib/domain/transcript";

export interface Decoded {
  text: string;
  encoding: Encoding;
  /** From 0 to 1: how sure it is; null where a person chose it. */
  confidence: number | null;
  /** The next likely encoding, where it is not sure. */
  other: Encoding | null;
  /** Places that could not be read in this encoding; U+FFFD stands there. */
  undecodable: number;
  /** Lines that are written in another encoding than the rest, and were read in it. */
  mixed: { count: number; first: number; encoding: Encoding } | null;
}

export const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** The bytes as text in one encoding. Shift_JIS is cp932, as everywhere on the web. */
export function decodeIn(bytes: Uint8Array, encoding: Encoding): { text: string; undecodable: number } {
  const text = new TextDecoder(encoding).decode(bytes);
  // A mark that stands in the file itself is no failure.
  const own = encoding === "utf-8" ? countOwnMarks(bytes) : 0;
  return { text, undecodable: Math.max(0, count(text, /\uFFFD/gu) - own) };
}

/** The bytes as text in an encoding that somebody chose. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  return { ...decodeIn(bytes, encoding), encoding, confidence: null, other: null, mixed: null };
}

function countOwnMarks(bytes: Uint8Array): number {
  let marks = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) marks++;
  return marks;
}
