import "server-only";

export type RtfToken =
  | { kind: "open" }
  | { kind: "close" }
  | { kind: "word"; name: string; value: number | null }
  /** A control symbol, such as ~ for a space that does not break. */
  | { kind: "symbol"; name: string }
  /** A byte of text, as it stands or as \'xx. */
  | { kind: "byte"; value: number; escaped: boolean };

const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
const NAME_LIMIT = 32;

/**
 * The tokens of Rich Text Format, a byte of text at a time (RTF specification 1.9.1, "Conventions of an
 * RTF reader"). Data after \bin are skipped, as far as the file goes, whatever length they claim.
 */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  const peek = (offset: number) => bytes[at + offset] ?? 0;
  while (at < bytes.length) {
    const byte = peek(0);
    at++;
    if (byte === 0x7b) yield { kind: "open" };
    else if (byte === 0x7d) yield { kind: "close" };
    else if (byte === 0x0d || byte === 0x0a || byte === 0) continue;
    else if (byte !== 0x5c) yield { kind: "byte", value: byte, escaped: false };
    else if (isLetter(peek(0))) {
      let end = at;
      while (end < bytes.length && end - at < NAME_LIMIT && isLetter(bytes[end] ?? 0)) end++;
      const name = String.fromCharCode(...bytes.subarray(at, end));
      at = end;
      const negative = peek(0) === 0x2d && isDigit(peek(1));
      if (negative) at++;
      let value: number | null = null;
      for (let digits = 0; isDigit(peek(0)) && digits < 10; digits++, at++)
        value = (value ?? 0) * 10 + peek(0) - 0x30;
      if (value !== null && negative) value = -value;
      // One blank after a control word belongs to it.
      if (peek(0) === 0x20) at++;
      if (name === "bin") at += Math.max(0, value ?? 0);
      else yield { kind: "word", name, value };
    } else if (peek(0) === 0x27) {
      const value = Number.parseInt(String.fromCharCode(peek(1), peek(2)), 16);
      at += 3;
      if (!Number.isNaN(value)) yield { kind: "byte", value, escaped: true };
    } else {
      const name = String.fromCharCode(peek(0));
      at++;
      // A line break after a backslash ends a paragraph.
      yield name === "\n" || name === "\r"
        ? { kind: "word", name: "par", value: null }
        : { kind: "symbol", name };
    }
  }
}
