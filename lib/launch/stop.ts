/** Thrown by whatever was interrupted, because the person asked for the end. */
export class Stopped extends Error {
  override name = "Stopped";
}

const LOOK_EVERY = 2_000;

/**
 * Aborts when this process is asked to end: Ctrl-C, a polite kill, a closed terminal, or, where npm started
 * it, npm being gone without having said so.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort(new Stopped("stopped"));
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && stop(), LOOK_EVERY).unref();
  }
  return controller.signal;
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

/** What was started, to be ended in the opposite order, each even if another fails. */
export class Cleanup {
  private readonly tasks: (() => Promise<void>)[] = [];

  add(task: () => Promise<void>): void {
    this.tasks.push(task);
  }

  async run(): Promise<void> {
    const failures: unknown[] = [];
    for (let task = this.tasks.pop(); task; task = this.tasks.pop()) {
      await task().catch((thrown: unknown) => failures.push(thrown));
    }
    if (failures.length > 0) throw failures[0];
  }
}
