/** How many bytes a UUID takes. */
export const UUID_BYTES = 16;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DASHED = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** Appends the 16 bytes of a UUID in lower case. Throws a RangeError if it is none. */
export function writeUuid(bytes: number[], id: string): void {
  if (!UUID.test(id)) throw new RangeError(`${id} is no UUID in lower case`);
  const hex = id.replaceAll("-", "");
  for (let at = 0; at < hex.length; at += 2) bytes.push(Number.parseInt(hex.slice(at, at + 2), 16));
}

type Known = {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly id: string;
};

/**
 * Reads UUIDs, and gives the same string for the same bytes: thousands of digests name the same few hundred
 * codes, and making each string anew would cost more than all of the counting.
 */
export class UuidReader {
  /** By the first 53 bits, the most that a number holds exactly; the rest is compared. */
  readonly #known = new Map<number, Known[]>();

  /** The UUID whose bytes begin at `at`. */
  read(view: DataView, at: number): string {
    const a = view.getUint32(at);
    const b = view.getUint32(at + 4);
    const c = view.getUint32(at + 8);
    const d = view.getUint32(at + 12);
    const key = a * 2 ** 21 + (b >>> 11);
    const alike = this.#known.get(key);
    if (alike !== undefined) {
      for (const known of alike) if (known.b === b && known.c === c && known.d === d) return known.id;
    }
    const hex = [a, b, c, d].map((word) => word.toString(16).padStart(8, "0")).join("");
    const id = hex.replace(DASHED, "$1-$2-$3-$4-$5");
    const known = { a, b, c, d, id };
    if (alike === undefined) this.#known.set(key, [known]);
    else alike.push(known);
    return id;
  }
}
