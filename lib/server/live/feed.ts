import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { eventsAfter, lastSeqs, type StudyEvent } from "./events";
import { complain } from "./quietly";

/** Events read at once. */
const BATCH = 200;
/** More than so many are not sent again: reading anew is less. */
export const MOST = 1_000;
/** Notices that come within so many milliseconds are read together. */
const GATHER = 20;

/** Whoever is told what happens in a study. */
export interface Follower {
  /** Events in their order, without a gap to those before; some may have been told already. */
  take(events: readonly StudyEvent[]): void;
  /** Some before this number are missing, and will not come. */
  skip(seq: number): void;
}

/**
 * The history of one study as this server has read it: once, whoever follows. Numbers follow the order of
 * commit, so whoever sees one sees all before it, and "after the last" misses none.
 */
export class Feed {
  private readonly followers = new Set<Follower>();
  private wanted: number;
  private reading: Promise<void> | undefined;

  private constructor(
    private readonly studyId: string,
    private seq: number,
  ) {
    this.wanted = seq;
  }

  /** The number of the last event that has been read. */
  get reached(): number {
    return this.seq;
  }

  static async open(studyId: string): Promise<Feed> {
    return new Feed(studyId, (await lastSeqs([studyId])).get(studyId) ?? 0);
  }

  /** The study's history has come at least so far. */
  wake(seq: number): void {
    this.wanted = Math.max(this.wanted, seq);
    if (this.wanted > this.seq) this.reading ??= this.read();
  }

  /** Tells a follower what came after a number, and from then on whatever comes; null: from now on. */
  async join(follower: Follower, after: number | null): Promise<void> {
    let at = after ?? this.seq;
    if (at > this.seq) {
      // Another server may have read further; how far there is anything to read, the database says.
      this.wake((await lastSeqs([this.studyId])).get(this.studyId) ?? 0);
      await this.reading;
    }
    if (at > this.seq || this.seq - at > MOST) at = this.skipTo(follower);
    while (at < this.seq) {
      const events = await eventsAfter(this.studyId, at, BATCH);
      if (!unbroken(at, events)) at = this.skipTo(follower);
      else {
        follower.take(events);
        at = events.at(-1)?.seq ?? at;
      }
    }
    // Nothing is waited for between the last look and this, so nothing falls between them.
    this.followers.add(follower);
  }

  leave(follower: Follower): void {
    this.followers.delete(follower);
  }

  private skipTo(follower: Follower): number {
    follower.skip(this.seq);
    return this.seq;
  }

  private async read(): Promise<void> {
    try {
      while (this.wanted > this.seq) {
        await delay(GATHER);
        const events = await eventsAfter(this.studyId, this.seq, BATCH);
        const whole = unbroken(this.seq, events);
        this.seq = events.at(-1)?.seq ?? this.wanted;
        for (const follower of [...this.followers]) {
          if (whole) follower.take(events);
          else follower.skip(this.seq);
        }
      }
    } catch (error) {
      complain(error);
    } finally {
      // At once with the last look, so that no notice falls between the two.
      this.reading = undefined;
    }
  }
}

/** Whether the events are those that follow a number, each by one: what was erased leaves a gap. */
function unbroken(after: number, events: readonly StudyEvent[]): boolean {
  return events.length > 0 && events.every(({ seq }, index) => seq === after + index + 1);
}
