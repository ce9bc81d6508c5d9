import { laterFor } from "@/components/reader/outbox/in-browser";
import {
  Outbox,
  type OutboxPorts,
  type OutboxState,
  type SendResult,
} from "@/components/reader/outbox/outbox";
import { type Signal, signal } from "@/components/ui/signal";
import type { ActionResult, ErrorBody } from "@/lib/access/errors";

/** Says of one's own assignment that it is done, or not after all. */
export interface DoneMark {
  id: string;
  roundId: string;
  transcriptId: string;
  done: boolean;
}

/** What came of it. */
export interface MarkOutcome extends DoneMark {
  error: ErrorBody | null;
}

/** An assignment as the person has marked it, whether or not the server has it yet. */
export interface Marked {
  done: boolean;
  waiting: boolean;
}

type Ports = Pick<
  OutboxPorts<DoneMark, MarkOutcome>,
  "box" | "storage" | "durable" | "exclusively" | "after"
> & {
  /** Asks the server. Throws where it cannot be reached. */
  mark(mark: DoneMark): Promise<ActionResult<unknown>>;
  /** Something was answered, here or in another tab. */
  answered(outcomes: readonly MarkOutcome[]): void;
};

export const keyOf = ({ roundId, transcriptId }: Pick<DoneMark, "roundId" | "transcriptId">) =>
  `${roundId} ${transcriptId}`;

/**
 * The marks of one person in one study, through the outbox that codings have: shown at once, kept until the server has
 * them, sent again with the same ids. An assignment is done or it is not, so of several marks on one the last alone is
 * sent, and the others count as sent with it.
 */
export class DoneMarks {
  readonly marked: Signal<ReadonlyMap<string, Marked>> = signal(new Map());
  private readonly outbox: Outbox<DoneMark, MarkOutcome>;
  private readonly last = new Map<string, string>();

  constructor(private readonly ports: Ports) {
    this.outbox = new Outbox<DoneMark, MarkOutcome>({
      ...ports,
      send: (marks) => this.send(marks),
      settled: (outcomes) => {
        this.take(outcomes);
        ports.answered(outcomes);
      },
      refused: () => undefined,
    });
  }

  get state(): Signal<OutboxState> {
    return this.outbox.state;
  }

  /** Takes up what an earlier visit left. */
  async resume(): Promise<void> {
    for (const mark of await this.outbox.left()) this.show(mark);
    this.outbox.retry();
  }

  add(mark: DoneMark): void {
    this.show(mark);
    this.outbox.add(mark);
  }

  retry(): void {
    this.outbox.retry();
  }

  /** Takes in what another tab was answered. */
  hear(outcomes: readonly MarkOutcome[]): void {
    this.outbox.acknowledge(outcomes);
    this.take(outcomes);
  }

  /** The page shows the server's word anew: nothing that is not waiting lies over it any more. */
  shownAnew(): void {
    const waiting = [...this.marked.get()].filter(([, each]) => each.waiting);
    if (waiting.length < this.marked.get().size) this.marked.set(new Map(waiting));
  }

  private show(mark: DoneMark): void {
    this.last.set(keyOf(mark), mark.id);
    this.put(keyOf(mark), { done: mark.done, waiting: true });
  }

  private put(key: string, marked: Marked | null): void {
    const next = new Map(this.marked.get());
    if (marked) next.set(key, marked);
    else next.delete(key);
    this.marked.set(next);
  }

  private take(outcomes: readonly MarkOutcome[]): void {
    for (const outcome of outcomes) {
      const key = keyOf(outcome);
      // What was marked since waits still.
      if ((this.last.get(key) ?? outcome.id) !== outcome.id) continue;
      this.last.delete(key);
      this.put(key, outcome.error ? null : { done: outcome.done, waiting: false });
    }
  }

  private async send(marks: readonly DoneMark[]): Promise<SendResult<MarkOutcome>> {
    const lasts = new Map(marks.map((mark) => [keyOf(mark), mark]));
    const outcomes: MarkOutcome[] = [];
    for (const [key, mark] of lasts) {
      const answer = await this.ports.mark(mark).catch(() => null);
      const error: ErrorBody | null =
        answer === null ? { code: "unavailable" } : answer.ok ? null : answer.error;
      const reason = error && laterFor(error.code);
      // What was answered before is taken in; the rest is asked again.
      if (reason) return outcomes.length > 0 ? { kind: "outcomes", outcomes } : { kind: "later", reason };
      outcomes.push(...marks.filter((each) => keyOf(each) === key).map((each) => ({ ...each, error })));
    }
    return { kind: "outcomes", outcomes };
  }
}
