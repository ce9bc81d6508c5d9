const LATEST = 500;

/** Calls back when the page has nothing better to do; answers how to call it off. */
export function soon(callback: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const frame = requestAnimationFrame(callback);
    return () => cancelAnimationFrame(frame);
  }
  const idle = requestIdleCallback(callback, { timeout: LATEST });
  return () => cancelIdleCallback(idle);
}
