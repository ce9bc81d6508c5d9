/** What `installProbe` leaves in the page for the measurements to ask. */
export interface Probe {
  /** When the first text and the first coding in view were painted, in milliseconds from the navigation's start. */
  readonly seen: { text: number | null; codings: number | null };
  /** Measures from the next event of this type to the frame in which something that fits the selector is in view. */
  watch(event: string, selector: string): void;
  /** Measures from the watched event to when something has gone and come back, such as the word that all is saved. */
  watchReturn(event: string, selector: string): void;
  /** What the last watch came to; null while it waits. */
  painted: number | null;
  /** Frames that the last watch took: 1 is the next one. */
  frames: number | null;
  returned: number | null;
  /** Of the last watched event until the next paint, by the Event Timing API, in steps of 8 ms; null below 16 ms. */
  eventTiming: number | null;
  /** Gaps between frames since `startFrames`. */
  startFrames(): void;
  /** How many there have been. */
  readonly counted: number;
  stopFrames(): number[];
  /** The middle of words on the page that lie in one paragraph in view, by chance: from where to where one may select. */
  words(chance: number, length: number): { from: Point; to: Point } | null;
}

export interface Point {
  x: number;
  y: number;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Selectors of the reader's page. */
export const READER = {
  text: ".reader-text",
  coded: "mark.reader-run",
  chosen: ".reader-run[data-chosen]",
  bracket: ".reader-bracket",
  selectionBar: ".reader-float[role=toolbar]",
  saved: ".reader-saved",
  scroller: "[data-reader-scroller]",
} as const;

/** Runs in the page before anything else of it does, and so may use nothing from outside itself. */
export function installProbe({
  text,
  coded,
  bracket,
}: {
  text: string;
  coded: string;
  bracket: string;
}): void {
  /** Once the frame that is being made has been handed on to be shown. */
  const afterFrame = (then: (at: number) => void) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(null);
  };
  const inView = (selector: string) => {
    for (const element of document.querySelectorAll(selector)) {
      const box = element.getBoundingClientRect();
      if (box.height > 0 && box.bottom > 0 && box.top < window.innerHeight) return true;
    }
    return false;
  };
  const whenShown = (selectors: readonly string[], then: (at: number, frame: number) => void) => {
    let frame = 0;
    const look = () => {
      frame += 1;
      if (selectors.every(inView)) afterFrame((at) => then(at, frame));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };

  let frames: number[] = [];
  let counting = false;
  const seen: { text: number | null; codings: number | null } = { text: null, codings: null };
  const once = (event: string, then: (event: Event) => void) =>
    window.addEventListener(event, then, { once: true, capture: true });

  const probe: Probe = {
    seen,
    painted: null,
    frames: null,
    returned: null,
    eventTiming: null,
    watch(event, selector) {
      probe.painted = null;
      probe.frames = null;
      probe.eventTiming = null;
      once(event, ({ timeStamp }) => {
        whenShown([selector], (at, frame) => {
          probe.painted = at - timeStamp;
          probe.frames = frame;
        });
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if (entry.name === event && Math.abs(entry.startTime - timeStamp) < 1)
              probe.eventTiming = entry.duration;
        });
        observer.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
      });
    },
    watchReturn(event, selector) {
      probe.returned = null;
      const place = document.querySelector(selector)?.parentElement;
      if (!place) throw new Error(`nothing fits ${selector}`);
      once(event, ({ timeStamp }) => {
        let gone = false;
        const observer = new MutationObserver(() => {
          const there = place.querySelector(selector) !== null;
          if (!there) gone = true;
          if (!there || !gone) return;
          observer.disconnect();
          probe.returned = performance.now() - timeStamp;
        });
        observer.observe(place, { childList: true, subtree: true });
      });
    },
    startFrames() {
      frames = [];
      counting = true;
      let last = performance.now();
      const frame = (now: number) => {
        frames.push(now - last);
        last = now;
        if (counting) requestAnimationFrame(frame);
      };
      requestAnimationFrame((now) => {
        last = now;
        requestAnimationFrame(frame);
      });
    },
    get counted() {
      return frames.length;
    },
    stopFrames() {
      counting = false;
      return frames;
    },
    words(chance, length) {
      const inside = (box: DOMRect) => box.top > 140 && box.bottom < window.innerHeight - 80;
      const places: DOMRect[] = [];
      const starts: number[] = [];
      // One for all: each range that is left behind must be kept right at every change of the page.
      const range = document.createRange();
      for (const paragraph of document.querySelectorAll(text)) {
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        const first = places.length;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const { index, 0: word } of (node.nodeValue ?? "").matchAll(/\p{L}{3,}/gu)) {
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const box = range.getBoundingClientRect();
            if (inside(box)) places.push(box);
          }
        }
        for (let at = first; at + length < places.length; at += 1) starts.push(at);
      }
      const start = starts[Math.floor(chance * starts.length)];
      const from = places[start ?? -1];
      const to = places[(start ?? -1) + length];
      if (!from || !to) return null;
      return {
        from: { x: from.left + 2, y: from.top + from.height / 2 },
        to: { x: to.right - 2, y: to.top + to.height / 2 },
      };
    },
  };
  window.probe = probe;
  whenShown([text], (at) => {
    seen.text = at;
  });
  whenShown([coded, bracket], (at) => {
    seen.codings = at;
  });
}
