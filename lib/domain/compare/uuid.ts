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

/** How many ids the table of a new `IdNumbers` has room for; it doubles as it fills. */
const ROOM = 1024;

/**
 * Numbers ids from 0 on in the order in which they are first met. Thousands of digests name the same few
 * hundred codes, and making each string anew would cost more than all of the counting: so UUIDs are looked
 * up by their bytes, and each is read into a string once.
 */
export class IdNumbers {
  readonly #ids: string[] = [];
  readonly #byText = new Map<string, number>();
  /** An open hash table by bytes: four words of the UUID, then its number plus one; 0 where there is none. */
  #table = new Uint32Array(ROOM * SLOT);
  #filled = 0;

  /** The number of the UUID whose bytes begin at `at`. */
  read(view: DataView, at: number): number {
    const [a, b, c, d] = [
      view.getUint32(at),
      view.getUint32(at + 4),
      view.getUint32(at + 8),
      view.getUint32(at + 12),
    ];
    const slot = slotOf(this.#table, a, b, c, d);
    const known = this.#table[slot + 4] as number;
    if (known > 0) return known - 1;
    const hex = [a, b, c, d].map((word) => word.toString(16).padStart(8, "0")).join("");
    const number = this.of(hex.replace(DASHED, "$1-$2-$3-$4-$5"));
    this.#table.set([a, b, c, d, number + 1], slot);
    this.#filled += 1;
    if (this.#filled * 2 * SLOT > this.#table.length) this.#table = doubled(this.#table);
    return number;
  }

  /** The number of an id. */
  of(id: string): number {
    const known = this.#byText.get(id);
    if (known !== undefined) return known;
    this.#byText.set(id, this.#ids.length);
    return this.#ids.push(id) - 1;
  }

  /** All ids, each at its number. */
  get all(): readonly string[] {
    return this.#ids;
  }

  /** The id of a number. Throws a RangeError if there is none. */
  id(number: number): string {
    const id = this.#ids[number];
    if (id === undefined) throw new RangeError("no id has this number");
    return id;
  }
}

const SLOT = 5;

/** Where a UUID stands in the table, or the free slot where it would. */
function slotOf(table: Uint32Array, a: number, b: number, c: number, d: number): number {
  const last = table.length / SLOT - 1;
  const mixed = Math.imul(
    a ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f),
    0x9e3779b1,
  );
  for (let place = (mixed >>> 12) & last; ; place = (place + 1) & last) {
    const at = place * SLOT;
    if (table[at + 4] === 0) return at;
    if (table[at] === a && table[at + 1] === b && table[at + 2] === c && table[at + 3] === d) return at;
  }
}

function doubled(table: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(table.length * 2);
  for (let at = 0; at < table.length; at += SLOT) {
    const [a = 0, b = 0, c = 0, d = 0, number = 0] = table.subarray(at, at + SLOT);
    if (number > 0) larger.set([a, b, c, d, number], slotOf(larger, a, b, c, d));
  }
  return larger;
}
