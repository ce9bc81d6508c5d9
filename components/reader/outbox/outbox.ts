import type { ErrorCode } from "@/lib/access/errors";
import type { CodingOperation, OperationOutcome } from "@/lib/schemas/coding";
import { BATCH_LIMIT } from "@/lib/schemas/limits";
import { type Signal, signal } from "../model/signal";
import type { Identified, Queued, QueueStorage } from "./storage";

/** What came of sending a batch: the server's word on each operation, or why there is none. */
export type SendResult<Outcome extends Identified = OperationOutcome> =
  | { kind: "outcomes"; outcomes: Outcome[] }
  | { kind: "later"; reason: "unavailable" | "unauthenticated" }
  | { kind: "refused"; code: ErrorCode };

/** Where the work stands: all saved, on its way, or kept here because the server cannot be asked. */
export interface OutboxState {
  waiting: number;
  trouble: null | "unavailable" | "unauthenticated";
  /** Whether the browser keeps what waits when the page is closed. */
  durable: boolean;
  /** Whether what an earlier visit left has been looked for: until then nobody can say that all is saved. */
  looked: boolean;
}

export interface OutboxPorts<
  Operation extends Identified = CodingOperation,
  Outcome extends Identified = OperationOutcome,
> {
  box: string;
  storage: QueueStorage<Operation>;
  durable: boolean;
  send(operations: Operation[]): Promise<SendResult<Outcome>>;
  /** Runs `work` while no other tab runs it for the same box. */
  exclusively(box: string, work: () => Promise<void>): Promise<void>;
  /** Tells this tab and the others what the server said. */
  settled(outcomes: Outcome[]): void;
  /** An operation that the server will never take, though it was not asked about it alone. */
  refused(operation: Operation, code: ErrorCode): void;
  /** Calls back after a time; answers how to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/**
 * Sends operations in order, in batches, each with the id it was made with, until the server has
 * answered for it. An operation leaves the storage only after its outcome was taken in, so that a tab
 * closed in between sends it once more, which the server answers like the first time.
 */
export class Outbox<
  Operation extends Identified = CodingOperation,
  Outcome extends Identified = OperationOutcome,
> {
  readonly state: Signal<OutboxState>;
  private readonly unsettled = new Set<string>();
  private appended: Promise<void> = Promise.resolve();
  /** What could not be stored: sent after all that could. */
  private spare: Queued<Operation>[] = [];
  private running = false;
  private again = false;
  private wait = FIRST_WAIT;
  private batch = BATCH_LIMIT;
  private cancelRetry: () => void = () => {};

  constructor(private readonly ports: OutboxPorts<Operation, Outcome>) {
    this.state = signal<OutboxState>({
      waiting: 0,
      trouble: null,
      durable: ports.durable,
      looked: false,
    });
  }

  /** What an earlier visit left unsent, oldest first. */
  async left(): Promise<Operation[]> {
    // A browser that keeps nothing has nothing left either.
    const queued = await this.ports.storage.head(this.ports.box, Number.POSITIVE_INFINITY).catch(() => []);
    for (const { operation } of queued) this.unsettled.add(operation.id);
    this.show({ looked: true });
    return queued.map((each) => each.operation);
  }

  add(operation: Operation): void {
    this.unsettled.add(operation.id);
    this.show({});
    this.appended = this.appended.then(() => this.keep(operation));
    void this.appended.then(() => this.drain());
  }

  /** A browser that will not store, such as one whose disk is full: kept while the page is open, and said so. */
  private async keep(operation: Operation): Promise<void> {
    try {
      await this.ports.storage.append(this.ports.box, operation);
    } catch {
      this.spare.push({ order: 0, operation });
      this.show({ durable: false });
    }
  }

  /** Takes in what the server said, whichever tab asked it. */
  acknowledge(outcomes: readonly Outcome[]): void {
    for (const { id } of outcomes) this.unsettled.delete(id);
    this.show(this.unsettled.size === 0 ? { trouble: null } : {});
  }

  /** Tries at once, such as when the network is back or the person has signed in again. */
  retry(): void {
    this.cancelRetry();
    void this.drain();
  }

  stop(): void {
    this.cancelRetry();
  }

  private async drain(): Promise<void> {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    do {
      this.again = false;
      await this.ports.exclusively(this.ports.box, () => this.sendAll());
    } while (this.again);
    this.running = false;
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const queued = await this.head();
      if (queued.length === 0) return;
      const result = await this.ports.send(queued.map((each) => each.operation));
      if (result.kind === "later") return this.waitAndRetry(result.reason);
      this.wait = FIRST_WAIT;
      this.show({ trouble: null });
      if (result.kind === "outcomes") await this.take(queued, result.outcomes);
      else await this.refuse(queued, result.code);
    }
  }

  private async head(): Promise<Queued<Operation>[]> {
    const stored = await this.ports.storage.head(this.ports.box, this.batch).catch(() => []);
    return stored.length > 0 ? stored : this.spare.slice(0, this.batch);
  }

  private async drop(queued: readonly Queued<Operation>[]): Promise<void> {
    this.spare = this.spare.filter((each) => !queued.includes(each));
    const stored = queued.filter((each) => each.order > 0).map((each) => each.order);
    if (stored.length > 0) await this.ports.storage.remove(stored);
  }

  private async take(queued: Queued<Operation>[], outcomes: Outcome[]): Promise<void> {
    const answered = new Set(outcomes.map((outcome) => outcome.id));
    this.acknowledge(outcomes);
    this.ports.settled(outcomes);
    await this.drop(queued.filter((each) => answered.has(each.operation.id)));
    this.batch = BATCH_LIMIT;
  }

  /** The whole batch was refused: one by one it shows which operation is to blame. */
  private async refuse(queued: Queued<Operation>[], code: ErrorCode): Promise<void> {
    if (queued.length > 1) {
      this.batch = 1;
      return;
    }
    for (const { operation } of queued) {
      this.unsettled.delete(operation.id);
      this.ports.refused(operation, code);
    }
    await this.drop(queued);
    this.show({});
  }

  private waitAndRetry(reason: "unavailable" | "unauthenticated"): void {
    this.show({ trouble: reason });
    this.cancelRetry();
    this.cancelRetry = this.ports.after(this.wait, () => void this.drain());
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  private show(change: Partial<OutboxState>): void {
    this.state.update((now) => ({ ...now, ...change, waiting: this.unsettled.size }));
  }
}
