"use client";

export interface Notice {
  readonly id: number;
  readonly kind: "info" | "success" | "error";
  readonly message: string;
  /** One thing to do about it, mostly to undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

const NONE: readonly Notice[] = [];
/** More than these would cover the page; the oldest go. */
const MOST = 4;

let current: readonly Notice[] = NONE;
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Notice[]): void {
  current = next;
  for (const listener of listeners) listener();
}

/**
 * Tells the person something that needs no answer; read aloud, and gone by itself unless it is an error. What stands there
 * already in the same words gives way to it.
 */
export function toast(notice: Omit<Notice, "id">): void {
  lastId += 1;
  const others = current.filter(
    ({ kind, message, action }) => kind !== "error" || message !== notice.message || action,
  );
  set([...others, { ...notice, id: lastId }].slice(-MOST));
}

export function retire(id: number): void {
  set(current.filter((notice) => notice.id !== id));
}

/** The notices shown, as an external store of React. */
export const notices = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => current,
  readOnServer: () => NONE,
};
