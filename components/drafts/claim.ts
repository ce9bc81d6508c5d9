/** How long a page that is just being left may hold on to its draft, in milliseconds. */
const PATIENCE = 600;

/**
 * Takes a draft for this page until it is released or the page is gone, however that comes about. Null
 * where another page has it. A browser without locks takes it at the risk of two pages at one draft.
 */
export async function claim(id: string): Promise<(() => void) | null> {
  if (!("locks" in navigator)) return () => {};
  return new Promise((resolve) => {
    const held = () => new Promise<void>((release) => resolve(release));
    const signal = AbortSignal.timeout(PATIENCE);
    navigator.locks.request(`kikitori draft ${id}`, { signal }, held).catch(() => resolve(null));
  });
}
