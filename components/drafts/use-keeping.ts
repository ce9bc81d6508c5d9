"use client";

import { useEffect } from "react";
import { useSignal } from "@/components/ui/signal";
import type { Keeper, Keeping } from "./keeper";

/**
 * Keeps what is not saved yet, whenever it changes; null where there is nothing to keep, undefined while it
 * is as it was found. Memoise it. Answers how it stands.
 */
export function useKeeping<Value>(keeper: Keeper<Value>, value: (() => Value) | null | undefined): Keeping {
  useEffect(() => {
    if (value) keeper.keep(value);
    else if (value === null) keeper.drop();
  }, [keeper, value]);
  return useSignal(keeper.state);
}
