import { soon } from "@/components/drafts/soon";

/** After so long without a scroll the text is at rest, in milliseconds. */
const REST = 150;

let scrolled = Number.NEGATIVE_INFINITY;
let watching = false;
/** What waits for the rest, in the order in which it came. */
const waiting = new Set<() => void>();
/** Whether the rest is being waited for. */
let going = false;

/** Whether somebody scrolls, or did a moment ago. */
export const isScrolling = () => performance.now() < scrolled + REST;

/**
 * Calls back when nobody scrolls and the page has nothing better to do; answers how to call it off. Of several, one
 * between two frames: all paragraphs of a window wait for the same rest, and would hold it up together.
 */
export function atRest(callback: () => void): () => void {
  if (!watching) document.addEventListener("scroll", noteScroll, { capture: true, passive: true });
  watching = true;
  // Another for each call, so that what is called off is this one.
  const call = () => callback();
  waiting.add(call);
  if (!going) soon(look);
  going = true;
  return () => {
    waiting.delete(call);
  };
}

function look(): void {
  const [next] = waiting;
  going = next !== undefined;
  if (!next) return;
  const left = scrolled + REST - performance.now();
  if (left > 0) {
    setTimeout(() => soon(look), left);
    return;
  }
  waiting.delete(next);
  soon(look);
  next();
}

function noteScroll(): void {
  scrolled = performance.now();
}
