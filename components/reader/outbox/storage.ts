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

/** What can be sent twice and be there once: its id is made with it. */
export interface Identified {
  id: string;
}

export interface Queued<Operation extends Identified = CodingOperation> {
  order: number;
  operation: Operation;
}

/**
 * Where work waits until the server has acknowledged it. A box belongs to one person and holds operations of one
 * kind, such as the codings of one transcript; they leave it in the order in which they came.
 */
export interface QueueStorage<Operation extends Identified> {
  append(box: string, operation: Operation): Promise<void>;
  head(box: string, limit: number): Promise<Queued<Operation>[]>;
  remove(orders: readonly number[]): Promise<void>;
}

/** Where a transcript's codings wait, with what is kept beside them. */
export interface OutboxStorage extends QueueStorage<CodingOperation> {
  keepUnplaced(box: string, unplaced: Unplaced): Promise<void>;
  unplaced(box: string): Promise<Unplaced[]>;
  dropUnplaced(operationId: string): Promise<void>;
  /** Puts another note in the place of the one that is there, which nobody changes meanwhile, in whichever tab. */
  changeNote(box: string, change: (note: unknown) => unknown): Promise<void>;
  note(box: string): Promise<unknown>;
}
