import "server-only";
import { performance } from "node:perf_hooks";

/** Says whether a step has had its time, in milliseconds, or nobody waits for it any more, such as once they ask for something else. */
export function spentAfter(patience: number, left?: AbortSignal): () => boolean {
  const end = performance.now() + patience;
  return () => left?.aborted === true || performance.now() > end;
}
