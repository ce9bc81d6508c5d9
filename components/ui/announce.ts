"use client";

export interface Announcement {
  readonly id: number;
  readonly words: string;
}

const NONE: readonly Announcement[] = [];
/** Long enough to be read out behind others; then nobody who goes through the page comes upon it. In milliseconds. */
const STAYS = 10_000;

let current: readonly Announcement[] = NONE;
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Announcement[]): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Tells those who listen, when they have heard what is being read. What they see says the same. */
export function announce(words: string): void {
  lastId += 1;
  const id = lastId;
  set([...current, { id, words }]);
  setTimeout(() => set(current.filter((each) => each.id !== id)), STAYS);
}

/** What is being told, as an external store of React. */
export const announcements = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => current,
  readOnServer: () => NONE,
};
