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
/** An answer that takes longer is said to be missing, though it may come yet. */
export const PATIENCE = 15_000;

/**
 * Sends operations in order, in batches, each with the id it was made with, until the server has
 * answered for it. An operation leaves the storage only after its outcome was taken in, so that a tab
 * closed in between sends it once more, which the server answers like the first time. What the storage
 * would not take, or has lost since, goes out from here as long as the page is open.
 */
export class Outbox<
  Operation extends Identified = CodingOperation,
  Outcome extends Identified = OperationOutcome,
> {
  readonly state: Signal<OutboxState>;
  /** What has no answer yet, in the order in which it was made. */
  private readonly unsettled = new Map<string, Operation>();
  /** What has one, and may still lie in the storage. */
  private readonly answered = new Set<string>();
  private appended: Promise<void> = Promise.resolve();
  /** On its way into the storage. */
  private readonly keeping = new Set<string>();
  /** Not in the storage. What comes after it is not put there either, or it would be sent before. */
  private readonly spare = new Set<string>();
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
    const since = [...this.unsettled.values()];
    this.unsettled.clear();
    for (const operation of [...queued.map((each) => each.operation), ...since])
      this.unsettled.set(operation.id, operation);
    this.show({ looked: true });
    return queued.map((each) => each.operation);
  }

  add(operation: Operation): void {
    this.unsettled.set(operation.id, operation);
    this.keeping.add(operation.id);
    this.show({});
    this.appended = this.appended.then(() => this.keep(operation));
    void this.appended.then(() => this.drain());
  }

  /** A browser that will not store, such as one whose disk is full: kept while the page is open, and said so. */
  private async keep(operation: Operation): Promise<void> {
    try {
      if (this.spare.size > 0) this.spare.add(operation.id);
      else {
        await this.ports.storage.append(this.ports.box, operation);
        if (!this.state.get().durable) this.show({ durable: this.ports.durable });
      }
    } catch {
      this.spare.add(operation.id);
      this.show({ durable: false });
    }
    this.keeping.delete(operation.id);
  }

  /** Takes in what the server said, whichever tab asked it. */
  acknowledge(outcomes: readonly Outcome[]): void {
    for (const { id } of outcomes) this.settle(id);
    this.show(this.unsettled.size === 0 ? { trouble: null } : {});
  }

  private settle(id: string): void {
    this.unsettled.delete(id);
    this.spare.delete(id);
    this.answered.add(id);
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
    try {
      do {
        this.again = false;
        await this.ports.exclusively(this.ports.box, () => this.sendAll());
      } while (this.again);
    } finally {
      // Whatever went wrong, the next change or the next try begins anew.
      this.running = false;
    }
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const queued = await this.head();
      if (queued.length === 0) return;
      const callOff = this.ports.after(PATIENCE, () => this.show({ trouble: "unavailable" }));
      const result = await this.ports.send(queued.map((each) => each.operation)).finally(callOff);
      if (result.kind === "later") return this.waitAndRetry(result.reason);
      this.wait = FIRST_WAIT;
      this.show({ trouble: null });
      if (result.kind === "outcomes") await this.take(queued, result.outcomes);
      else await this.refuse(queued, result.code);
    }
  }

  /** The oldest of what waits: of other tabs and earlier visits, then of this one, whether the storage has it or not. */
  private async head(): Promise<Queued<Operation>[]> {
    const { storage, box } = this.ports;
    // Before the storage is asked: what comes into it meanwhile is not to be taken for lost.
    const mine = [...this.unsettled.values()].filter(({ id }) => !this.keeping.has(id));
    const all = await storage.head(box, BATCH_LIMIT).catch(() => []);
    const stored = all.filter(({ operation }) => !this.answered.has(operation.id));
    // Where there may be more than that, what this page has lies behind it.
    if (all.length === BATCH_LIMIT && stored.length > 0) return stored.slice(0, this.batch);
    const orders = new Map(stored.map(({ operation, order }) => [operation.id, order]));
    const foreign = stored.filter(({ operation }) => !this.unsettled.has(operation.id));
    const own = mine
      .filter(({ id }) => this.unsettled.has(id))
      .map((operation) => ({ order: orders.get(operation.id) ?? 0, operation }));
    return [...foreign, ...own].slice(0, this.batch);
  }

  /** What the storage will not let go of is known to be answered, and a later visit's answer will be the same. */
  private async drop(queued: readonly Queued<Operation>[]): Promise<void> {
    const stored = queued.filter((each) => each.order > 0).map((each) => each.order);
    if (stored.length > 0) await this.ports.storage.remove(stored).catch(() => undefined);
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
      this.settle(operation.id);
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
