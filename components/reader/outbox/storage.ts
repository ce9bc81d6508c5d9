import type { ErrorCode } from "@/lib/access/errors";
import type { Refusal } from "@/lib/domain/coding";
import type { CodingOperation } from "@/lib/schemas/coding";

/** An operation that was not stored, kept with why, until the person has dealt with it. */
export interface Unplaced {
  operation: CodingOperation;
  reason: Refusal | ErrorCode;
  /** The words that it was about, as far as they are known. */
  quote: string;
}

export interface Queued {
  order: number;
  operation: CodingOperation;
}

/**
 * Where work waits until the server has acknowledged it. A box belongs to one person and one
 * transcript; operations leave it in the order in which they came.
 */
export interface OutboxStorage {
  append(box: string, operation: CodingOperation): Promise<void>;
  head(box: string, limit: number): Promise<Queued[]>;
  remove(orders: readonly number[]): Promise<void>;
  keepUnplaced(box: string, unplaced: Unplaced): Promise<void>;
  unplaced(box: string): Promise<Unplaced[]>;
  dropUnplaced(operationId: string): Promise<void>;
  /** Puts another note in the place of the one that is there, which nobody changes meanwhile, in whichever tab. */
  changeNote(box: string, change: (note: unknown) => unknown): Promise<void>;
  note(box: string): Promise<unknown>;
}
