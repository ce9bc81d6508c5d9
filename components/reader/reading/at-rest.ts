/** How long something rests before it is kept, in milliseconds. */
const REST = 5_000;

interface Keeper {
  /** Something is there to be kept. */
  later(): void;
  /** Keeps what is there, and no more. */
  stop(): void;
}

/** Keeps something a while after it changed, no more often, and at once when the page is hidden or left. */
export function atRest(keep: () => void): Keeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    keep();
  };
  const onHidden = () => document.visibilityState === "hidden" && now();
  document.addEventListener("visibilitychange", onHidden);
  return {
    later: () => {
      timer ??= setTimeout(now, REST);
    },
    stop: () => {
      now();
      document.removeEventListener("visibilitychange", onHidden);
    },
  };
}
