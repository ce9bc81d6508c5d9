const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** What came of reading; `later`: it may be there if it is asked for again. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; later: boolean };

/**
 * Reads what was missed, which no event will tell again: where the server cannot be asked just now, once more a little
 * later, until it answers. Null where it answers that there is nothing to be had, and once the page is left.
 */
export async function readAgain<Value>(
  read: () => Promise<Reading<Value>>,
  left: AbortSignal,
): Promise<Value | null> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    const reading = await read();
    if (left.aborted) return null;
    if (reading.ok) return reading.value;
    if (!reading.later) return null;
    await pause(wait, left);
    if (left.aborted) return null;
  }
}

/** Ends early when the page is left. */
function pause(milliseconds: number, left: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      left.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    left.addEventListener("abort", end);
  });
}
