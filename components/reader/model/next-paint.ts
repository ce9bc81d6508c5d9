/** Longer than this nobody waits for a frame: a page in the background is given none. */
const LONGEST = 250;

/** Resolves once what is on the page now has been handed on to be painted. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, LONGEST);
    requestAnimationFrame(() => {
      clearTimeout(late);
      // A task begun in a frame runs once that frame is done.
      setTimeout(resolve);
    });
  });
}
