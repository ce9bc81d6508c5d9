import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { KEPT_DAYS } from "@/lib/schemas/imports";
import { known } from "@/lib/server/errors";
import { listener } from "@/lib/server/listener";
import { dropForgotten } from "../batch";
import { claim, finish, giveUp, type Job, type Outcome, renew } from "./lease";
import { type ReadFile, readUpload } from "./read";
import { storeUpload } from "./store";
import { CHANNEL } from "./wake";

export interface WorkerOptions {
  /** The scope in which a job is done for whoever handed the file in; the gate mints it. */
  scopeOf: (job: Job) => Promise<StudyScope>;
  read: ReadFile;
  /** Files at once. */
  atOnce?: number;
  /** How long a file is this worker's before another may take it, in milliseconds; renewed while it works. */
  lease?: number;
  /** How often to look without being woken, in milliseconds: for what a server left behind that is gone. */
  look?: number;
}

const A_DAY = 24 * 60 * 60 * 1000;

/**
 * Reads and stores files in the background of a server. All that it knows lies in the database, so any
 * number of servers share the work, and a server that ends in the middle of it loses nothing.
 */
export class Worker {
  private readonly stopListening: () => Promise<void>;
  private readonly running = new Map<Job, Promise<void>>();
  private readonly timers: NodeJS.Timeout[];
  private stopping = false;
  /** The pass that looks for work, while there is one; asked for again meanwhile, it looks once more. */
  private looking: Promise<void> | undefined;
  private again = false;

  constructor(private readonly options: WorkerOptions) {
    const look = () => this.look();
    this.stopListening = listener().on(CHANNEL, { heard: look, listening: look });
    this.timers = [
      setInterval(() => this.look(), options.look ?? 10_000),
      setInterval(() => void quietly(dropForgotten(KEPT_DAYS)), A_DAY),
    ];
    for (const timer of this.timers) timer.unref();
    this.look();
  }

  /** Takes nothing new, gives back what is under way to be taken up at once elsewhere, and ends. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.stopListening();
    await this.looking;
    await Promise.all(
      [...this.running.keys()].map((job) => quietly(finish(job, { status: "later", after: 0 }))),
    );
    await Promise.all(this.running.values());
  }

  private look(): void {
    this.again = true;
    this.looking ??= this.takeAll().finally(() => {
      this.looking = undefined;
    });
  }

  private async takeAll(): Promise<void> {
    const { atOnce = 2, lease = 30_000 } = this.options;
    while (this.again && !this.stopping) {
      this.again = false;
      await quietly(giveUp());
      while (this.running.size < atOnce && !this.stopping) {
        const job = await quietly(claim(lease));
        if (!job) break;
        const done = this.work(job, lease).finally(() => {
          this.running.delete(job);
          this.look();
        });
        this.running.set(job, done);
      }
    }
  }

  private async work(job: Job, lease: number): Promise<void> {
    // Renewed at a third of its time, so that one slow answer of the database does not lose it.
    let renewed: Promise<unknown> = Promise.resolve();
    const renewing = setInterval(() => {
      renewed = renewed.then(() => quietly(renew(job, lease)));
    }, lease / 3);
    const outcome = await this.outcomeOf(job);
    clearInterval(renewing);
    // A renewal that is on its way changes the lease by which the work is finished.
    await renewed;
    await quietly(finish(job, outcome));
    if (outcome.status === "later") setTimeout(() => this.look(), outcome.after).unref();
  }

  private async outcomeOf(job: Job): Promise<Outcome> {
    try {
      if (job.step === "reading") return await readUpload(job, this.options.read);
      return await storeUpload(job, await this.options.scopeOf(job));
    } catch (error) {
      return failure(error);
    }
  }
}

/** What a person can mend is said with its reason; a database that is away for a moment is waited for. */
function failure(error: unknown): Outcome {
  try {
    const { code, detail } = error instanceof AppError ? { code: error.code, ...error.body } : known(error);
    if (code === "unavailable") return { status: "later", after: 5_000 };
    return { status: "failed", problem: detail ?? code };
  } catch (fault) {
    process.stderr.write(`A file could not be brought in: ${stackOf(fault)}\n`);
    return { status: "failed", problem: "import_fault" };
  }
}

const stackOf = (fault: unknown) => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));

/** A database that cannot be reached now is asked again at the next look; its lease keeps the work meanwhile. */
async function quietly<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    try {
      known(error);
    } catch (fault) {
      process.stderr.write(`Bringing in files: ${stackOf(fault)}\n`);
    }
    return null;
  }
}
