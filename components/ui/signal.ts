import { useCallback, useSyncExternalStore } from "react";

/** A value outside React that components can follow, so that a change repaints only those who look at it. */
export interface Signal<T> {
  get(): T;
  /** What it was made with: what the server renders, and so what a page finds when it comes alive. */
  first(): T;
  set(next: T): void;
  update(change: (now: T) => T): void;
  subscribe(listener: () => void): () => void;
}

export function signal<T>(initial: T): Signal<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const set = (next: T) => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    first: () => initial,
    set,
    update: (change) => set(change(value)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useSignal<T>(source: Signal<T>): T {
  return useSyncExternalStore(source.subscribe, source.get, source.first);
}

/** A part of a signal's value. The component repaints only when `select` gives something else (`Object.is`). */
export function useSelected<T, Part>(source: Signal<T>, select: (value: T) => Part): Part {
  const read = useCallback(() => select(source.get()), [source, select]);
  return useSyncExternalStore(source.subscribe, read, () => select(source.first()));
}
