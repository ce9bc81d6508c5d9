import "server-only";
import type { FileRead } from "@/lib/schemas/files";
import { BOUNDS, type Bounds, type Job, ReaderProcess } from "./reader-process";

/** Readers that stay until the next file; more read at once, each in one that ends after it. */
const KEPT = 2;
const AT_ONCE = 4;
/** A reader is replaced after so many files, or when it holds on to so many bytes. */
const FILES_EACH = 200;
const HELD = 400 * 1024 * 1024;
const IDLE = 30_000;

interface Kept {
  reader: ReaderProcess;
  files: number;
  leave: NodeJS.Timeout;
}

/** Processes that read files, used again from file to file: a start costs more than most files. */
export class ReaderPool {
  private readonly idle: Kept[] = [];
  private readonly queue: (() => void)[] = [];
  private busy = 0;

  constructor(private readonly bounds: Bounds = BOUNDS) {}

  async read(job: Job, signal?: AbortSignal): Promise<FileRead> {
    while (this.busy >= AT_ONCE) await new Promise<void>((resolve) => this.queue.push(resolve));
    if (signal?.aborted) {
      this.queue.shift()?.();
      return { ok: false, reason: "reading_cancelled" };
    }
    this.busy++;
    const { reader, files } = this.take();
    try {
      return await reader.read(job, signal);
    } finally {
      this.busy--;
      this.giveBack(reader, files + 1);
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

  private take(): { reader: ReaderProcess; files: number } {
    for (let kept = this.idle.pop(); kept; kept = this.idle.pop()) {
      clearTimeout(kept.leave);
      if (!kept.reader.ended) return kept;
    }
    return { reader: new ReaderProcess(this.bounds), files: 0 };
  }

  private giveBack(reader: ReaderProcess, files: number): void {
    if (reader.ended) return;
    if (files >= FILES_EACH || reader.memory > HELD || this.idle.length >= KEPT) {
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
    this.idle.push({ reader, files, leave });
  }
}
