import { useSyncExternalStore } from "react";

/** Work that somebody on this page waits for, and says themselves what came of it. */
let awaited: ReadonlySet<string> = new Set();
/** What somebody on this page waited for until it was answered. */
const answered = new Set<string>();
const listeners = new Set<() => void>();

function put(next: ReadonlySet<string>): void {
  awaited = next;
  for (const tell of listeners) tell();
}

/** Waits for work, by its id: its progress is shown meanwhile, and its end is left to whoever waits. */
export async function awaiting<T>(id: string, work: Promise<T>): Promise<T> {
  answered.delete(id);
  put(new Set([...awaited, id]));
  try {
    const result = await work;
    answered.add(id);
    return result;
  } finally {
    put(new Set([...awaited].filter((each) => each !== id)));
  }
}

/** Whether somebody on this page says what comes of it, or has said it already. */
export const isAwaited = (id: string) => awaited.has(id) || answered.has(id);

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
