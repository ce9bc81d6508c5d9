/** Longer than this no work waits for the page to be idle, in milliseconds. */
const LATEST = 100;
/** What a browser that does not tell of idle time is taken to have after a frame, in milliseconds. */
const AFTER_FRAME = 8;

/** Waits until the page has nothing better to do; answers how long that may last. */
export function idleTime(): Promise<IdleDeadline> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback !== "undefined") requestIdleCallback(resolve, { timeout: LATEST });
    else
      requestAnimationFrame(() => {
        const end = performance.now() + AFTER_FRAME;
        resolve({ didTimeout: false, timeRemaining: () => Math.max(0, end - performance.now()) });
      });
  });
}
