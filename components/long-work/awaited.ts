import { signal } from "@/components/ui/signal";

/** Work that somebody on this page waits for, and says themselves what came of it. */
export const awaited = signal<ReadonlySet<string>>(new Set());
/** What somebody on this page waited for until it was answered. */
const answered = new Set<string>();

/** Waits for work, by its id: its progress is shown meanwhile, and its end is left to whoever waits. */
export async function awaiting<T>(id: string, work: Promise<T>): Promise<T> {
  answered.delete(id);
  awaited.update((now) => new Set([...now, id]));
  try {
    const result = await work;
    answered.add(id);
    return result;
  } finally {
    awaited.update((now) => new Set([...now].filter((each) => each !== id)));
  }
}

/** Whether somebody on this page says what comes of it, or has said it already. */
export const isAwaited = (id: string) => awaited.get().has(id) || answered.has(id);
