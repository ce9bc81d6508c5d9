import "server-only";
import { BOUNDS, type Bounds, ReaderProcess } from "./reader-process";
import type { Done, Task } from "./task";

/** Tasks at once; the others wait. Each is done by a reader of its own, which stays a while for the next. */
const AT_ONCE = 4;
/** A reader is replaced after so many tasks, or when it holds on to so many bytes. */
const TASKS_EACH = 200;
const HELD = 250 * 1024 * 1024;
const IDLE = 30_000;

interface Kept {
  reader: ReaderProcess;
  tasks: number;
  leave: NodeJS.Timeout;
}

/** Processes that work on what was sent, used again from task to task: a start costs more than most files. */
export class ReaderPool {
  private readonly idle: Kept[] = [];
  private readonly queue: (() => void)[] = [];
  private busy = 0;

  constructor(private readonly bounds: Bounds = BOUNDS) {}

  async run(task: Task, signal?: AbortSignal): Promise<Done> {
    while (this.busy >= AT_ONCE) await new Promise<void>((resolve) => this.queue.push(resolve));
    if (signal?.aborted) {
      this.queue.shift()?.();
      return { ok: false, reason: "reading_cancelled" };
    }
    this.busy++;
    const { reader, tasks } = this.take();
    try {
      return await reader.run(task, signal);
    } finally {
      this.busy--;
      this.giveBack(reader, tasks + 1);
      this.queue.shift()?.();
    }
  }

  /** Ends the readers that wait for a file. */
  close(): void {
    for (const { reader, leave } of this.idle.splice(0)) {
      clearTimeout(leave);
      reader.kill();
    }
  }

  private take(): { reader: ReaderProcess; tasks: number } {
    for (let kept = this.idle.pop(); kept; kept = this.idle.pop()) {
      clearTimeout(kept.leave);
      if (!kept.reader.ended) return kept;
    }
    return { reader: new ReaderProcess(this.bounds), tasks: 0 };
  }

  private giveBack(reader: ReaderProcess, tasks: number): void {
    if (reader.ended) return;
    if (tasks >= TASKS_EACH || reader.memory > HELD) {
      reader.kill();
      return;
    }
    const leave = setTimeout(() => {
      this.idle.splice(
        this.idle.findIndex((kept) => kept.reader === reader),
        1,
      );
      reader.kill();
    }, IDLE);
    leave.unref();
    this.idle.push({ reader, tasks, leave });
  }
}

// One pool for the server, however many bundles of it hold this module.
const shared = globalThis as typeof globalThis & { kikitoriReaderPool?: ReaderPool };

/** The readers of this server. */
export function readers(): ReaderPool {
  shared.kikitoriReaderPool ??= new ReaderPool();
  return shared.kikitoriReaderPool;
}
