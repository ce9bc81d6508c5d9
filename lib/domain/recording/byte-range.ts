/** A stretch of a file, half-open, in bytes. */
interface Bytes {
  start: number;
  end: number;
}

const SINGLE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * The stretch that a request's `Range` asks of a file of `size` bytes (RFC 9110, section 14.1.2). Null where it asks
 * for all: there is no such header, it is none that can be read, or it asks for several stretches, which a
 * server may answer with the whole. "none" where it lies past the end.
 */
export function byteRange(header: string | null, size: number): Bytes | null | "none" {
  const [, first, last] = SINGLE.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return null;
  // "-500" is the last 500 bytes.
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "none" : { start: size - length, end: size };
  }
  const start = Number(first);
  if (last !== "" && Number(last) < start) return null;
  if (start >= size) return "none";
  return { start, end: last === "" ? size : Math.min(Number(last) + 1, size) };
}
