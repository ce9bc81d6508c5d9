import "server-only";
import { controlShare, type Encoding } from "@/lib/domain/transcript";
import { type Decoded, decodeIn } from "./decode";
import { isHurtUtf8, japaneseScore, westernScore } from "./looks";
import { decodeMixed } from "./mixed";

export { type Decoded, decodeAs } from "./decode";

/** Where this share of characters cannot be read, the encoding is another one. */
const TOLERABLE = 0.01;

/**
 * The bytes as text, in the encoding that they are most probably written in: by their byte order mark;
 * as UTF-16 where zeros stand in every other place; ISO-2022-JP by its escapes; UTF-8 where all of it
 * reads; line by line where two encodings were mixed; Shift_JIS or EUC-JP where it reads and looks
 * Japanese; windows-1252 otherwise.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes);
  if (marked) return { ...sure(marked, 1), ...decodeIn(bytes, marked) };
  const wide = asUtf16(bytes);
  if (wide) return wide;
  if (hasEscapes(bytes)) {
    const escaped = decodeIn(bytes, "iso-2022-jp");
    if (escaped.undecodable === 0) return { ...sure("iso-2022-jp", 0.99), ...escaped };
  }
  const utf8 = decodeIn(bytes, "utf-8");
  if (utf8.undecodable === 0) return { ...sure("utf-8", 0.99), ...utf8 };
  const mixed = decodeMixed(bytes);
  if (mixed) return mixed;
  if (isHurtUtf8(utf8.text, utf8.undecodable)) return { ...sure("utf-8", 0.8), ...utf8 };
  return eightBits(bytes);
}

const sure = (encoding: Encoding, confidence: number) => ({ encoding, confidence, other: null, mixed: null });

/** Read in the wrong one of them, Japanese turns into half-width katakana and rare kanji. */
function eightBits(bytes: Uint8Array): Decoded {
  const japanese = (["shift_jis", "euc-jp"] as const)
    .map((encoding) => {
      const decoded = decodeIn(bytes, encoding);
      return { encoding, ...decoded, score: japaneseScore(decoded.text, decoded.undecodable) };
    })
    .filter(({ text, undecodable, score }) => undecodable <= text.length * TOLERABLE && score > 0)
    .sort((a, b) => b.score - a.score);
  const [best, next] = japanese;
  if (best) {
    const { text, encoding, undecodable, score } = best;
    // A handful of letters may fit by chance; a page of them does not.
    const share = score / (score + (next?.score ?? 0) + 2);
    return {
      text,
      encoding,
      undecodable,
      confidence: share,
      other: next?.encoding ?? "windows-1252",
      mixed: null,
    };
  }
  const western = decodeIn(bytes, "windows-1252");
  const confidence = 0.3 + 0.6 * westernScore(western.text);
  return { ...western, encoding: "windows-1252", confidence, other: "shift_jis", mixed: null };
}

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
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  const decoded = decodeIn(bytes, encoding);
  return decoded.undecodable === 0 && controlShare(decoded.text) < TOLERABLE
    ? { ...sure(encoding, 0.95), ...decoded }
    : null;
}

/** ESC $ or ESC ( , with which ISO-2022-JP changes its character set. */
function hasEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true;
  return false;
}
