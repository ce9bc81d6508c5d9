import "server-only";
import type { ReadFault } from "@/lib/schemas/files";
import { TEXT_LIMIT } from "@/lib/schemas/transcripts";

const MB = 1024 * 1024;

/** The most that one part of an archive may unpack to, and all the parts that are read, in bytes. */
export const PART_LIMIT = 128 * MB;
export const UNPACKED_LIMIT = 256 * MB;
/** No words pack so tightly: a part above the size may not be more than so many times its packed bytes. */
export const RATIO_FROM = 16 * MB;
export const RATIO_LIMIT = 250;
/** Names in an archive; documents with thousands of pictures stay far below. */
export const ENTRIES_LIMIT = 20_000;
/** Elements or groups inside one another. Word's deepest tables come to a few dozen. */
export const DEPTH_LIMIT = 1000;
/** Cells of a table, counted with the empty ones that fill its rows. */
export const CELLS_LIMIT = 2_000_000;
export const COLUMNS_LIMIT = 500;
export const PAGES_LIMIT = 5000;

/** Ends the reading of a file for a reason that a person is told. */
export class Unreadable extends Error {
  constructor(readonly reason: ReadFault) {
    super(reason);
    this.name = "Unreadable";
  }
}

/** Gathers text up to the longest that a transcript may have, so that no file fills the memory. */
export class Pieces {
  private readonly pieces: string[] = [];
  private length = 0;

  add(piece: string): void {
    if (piece === "") return;
    this.length += piece.length;
    if (this.length > TEXT_LIMIT) throw new Unreadable("text_too_long");
    this.pieces.push(piece);
  }

  toString(): string {
    return this.pieces.join("");
  }
}
