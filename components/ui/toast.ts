import { signal } from "./signal";

export interface Notice {
  readonly id: number;
  readonly kind: "info" | "success" | "error";
  readonly message: string;
  /** One thing to do about it, mostly to undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** More than these would cover the page; the oldest go. */
const MOST = 4;

let lastId = 0;

/** The notices shown, the newest last. */
export const notices = signal<readonly Notice[]>([]);

/**
 * Tells the person something that needs no answer; read aloud, and gone by itself unless it is an error. What is
 * told once more is read once more, and shown once.
 */
export function toast(notice: Omit<Notice, "id">): void {
  lastId += 1;
  const id = lastId;
  const others = (shown: readonly Notice[]) =>
    shown.filter(({ action, message }) => action || notice.action || message !== notice.message);
  notices.update((shown) => [...others(shown), { ...notice, id }].slice(-MOST));
}

export function retire(id: number): void {
  notices.update((shown) => shown.filter((notice) => notice.id !== id));
}
