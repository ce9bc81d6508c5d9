import { soon } from "@/components/drafts/soon";

/** After so long without a scroll the text is at rest, in milliseconds. */
const REST = 150;

let scrolled = Number.NEGATIVE_INFINITY;
let watching = false;

/** Whether somebody scrolls, or did a moment ago. */
export const isScrolling = () => performance.now() < scrolled + REST;

/** Calls back when nobody scrolls and the page has nothing better to do; answers how to call it off. */
export function atRest(callback: () => void): () => void {
  if (!watching) document.addEventListener("scroll", noteScroll, { capture: true, passive: true });
  watching = true;
  let stop = () => {};
  const look = () => {
    const left = scrolled + REST - performance.now();
    if (left <= 0) return callback();
    const timer = setTimeout(wait, left);
    stop = () => clearTimeout(timer);
  };
  const wait = () => {
    stop = soon(look);
  };
  wait();
  return () => stop();
}

function noteScroll(): void {
  scrolled = performance.now();
}
