import "server-only";
import type { Encoding } from "@/lib/domain/transcript";
import { type Decoded, decodeIn } from "./decode";
import { foreignLetters, japaneseScore, westernScore } from "./looks";

const LF = 0x0a;
/** Two-byte letters of UTF-8 are half-width katakana in Shift_JIS, so alone they prove nothing beside Japanese. */
const PROOF = /[\u0800-\uFFFC]|[\u{10000}-\u{10ffff}]/u;

interface Line {
  bytes: Uint8Array;
  /** What it says in UTF-8, or null where it is something else. */
  utf8: string | null;
  foreign: boolean;
}

/**
 * A file whose lines are written in two encodings, as when texts of several sources were put one after the
 * other: UTF-8, and one other. Null where it is not such a file. Each line is read in its own.
 */
export function decodeMixed(bytes: Uint8Array): Decoded | null {
  const lines = linesOf(bytes).map((line): Line => {
    const { text, undecodable } = decodeIn(line, "utf-8");
    // A line that lost a byte still has most of its letters; in another encoding hardly any would read.
    const letters = foreignLetters(text);
    return {
      bytes: line,
      utf8: undecodable <= letters ? text : null,
      foreign: letters > 0 || undecodable > 0,
    };
  });
  const others = lines.filter(({ utf8 }) => utf8 === null);
  const inUtf8 = lines.filter(({ utf8, foreign }) => utf8 !== null && foreign);
  if (others.length === 0 || inUtf8.length === 0) return null;
  const encoding = encodingOf(others.map((line) => line.bytes));
  if (encoding === null) return null;
  if (encoding !== "windows-1252" && !inUtf8.some(({ utf8 }) => PROOF.test(utf8 ?? ""))) return null;

  let undecodable = 0;
  const text = lines.map((line) => {
    if (line.utf8 !== null) return line.utf8;
    const decoded = decodeIn(line.bytes, encoding);
    undecodable += decoded.undecodable;
    return decoded.text;
  });
  const mostly: Encoding = inUtf8.length >= others.length ? "utf-8" : encoding;
  const odd = mostly === "utf-8" ? others : inUtf8;
  return {
    text: text.join("").replace(/^\uFEFF/, ""),
    encoding: mostly,
    confidence: 0.7,
    other: null,
    undecodable,
    mixed: {
      count: odd.length,
      first: lines.findIndex(({ bytes: line }) => line === odd[0]?.bytes) + 1,
      encoding: mostly === "utf-8" ? encoding : "utf-8",
    },
  };
}

/** Lines with their line feeds, which are the same byte in all these encodings. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  while (start < bytes.length) {
    const feed = bytes.indexOf(LF, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}

function encodingOf(lines: readonly Uint8Array[]): Encoding | null {
  const bytes = Buffer.concat(lines);
  const scores = (["shift_jis", "euc-jp"] as const).map((encoding) => {
    const { text, undecodable } = decodeIn(bytes, encoding);
    return { encoding, score: japaneseScore(text, undecodable) };
  });
  const best = scores.sort((a, b) => b.score - a.score)[0];
  if (best && best.score > 0) return best.encoding;
  return westernScore(decodeIn(bytes, "windows-1252").text) >= 0.5 ? "windows-1252" : null;
}
