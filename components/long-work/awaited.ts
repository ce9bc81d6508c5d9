import { useSyncExternalStore } from "react";

/** Work that somebody on this page waits for, and says themselves what came of it. */
let awaited: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function put(next: ReadonlySet<string>): void {
  awaited = next;
  for (const tell of listeners) tell();
}

/** Waits for work, by its id: its progress is shown meanwhile, and its end is left to whoever waits. */
export async function awaiting<T>(id: string, work: Promise<T>): Promise<T> {
  put(new Set([...awaited, id]));
  try {
    return await work;
  } finally {
    put(new Set([...awaited].filter((each) => each !== id)));
  }
}

export const isAwaited = (id: string) => awaited.has(id);

const NONE: ReadonlySet<string> = new Set();

export function useAwaited(): ReadonlySet<string> {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => awaited,
    () => NONE,
  );
}
