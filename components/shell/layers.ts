"use client";

import { useSyncExternalStore } from "react";

/** The layers of the frame, of which one at most is open. */
export type Layer = "palette" | "shortcuts" | "menu";

let current: Layer | null = null;
const listeners = new Set<() => void>();

function set(next: Layer | null): void {
  current = next;
  for (const listener of listeners) listener();
}

export const layers = {
  open: (layer: Layer) => set(layer),
  close: () => set(null),
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a layer is open, and what its dialog calls when that changes. */
export function useLayer(layer: Layer): { open: boolean; onOpenChange: (open: boolean) => void } {
  const open = useSyncExternalStore(
    subscribe,
    () => current === layer,
    () => false,
  );
  return { open, onOpenChange: (next) => (next ? set(layer) : current === layer && set(null)) };
}
