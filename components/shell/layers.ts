"use client";

import { signal, useSelected } from "@/components/ui/signal";

/** The layers of the frame, of which one at most is open. */
export type Layer = "palette" | "shortcuts" | "menu";

const current = signal<Layer | null>(null);

export const layers = {
  open: (layer: Layer) => current.set(layer),
  close: () => current.set(null),
};

/** Whether a layer is open, and what its dialog calls when that changes. */
export function useLayer(layer: Layer): { open: boolean; onOpenChange: (open: boolean) => void } {
  const open = useSelected(current, (now) => now === layer);
  return {
    open,
    onOpenChange: (next) => (next ? layers.open(layer) : current.get() === layer && layers.close()),
  };
}
