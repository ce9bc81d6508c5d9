"use client";

import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { BatchPlace, ImportChoices } from "@/lib/schemas/imports";
import { storeOf } from "./model/batch-store";
import { defaultChoices } from "./model/choices";
import type { BatchFile } from "./model/files";

/**
 * The batch of this page, as it is now, and what holds for each of its files in a place, which may know
 * more by now than the one that was loaded.
 */
export function useBatch(loaded: BatchPlace, place: BatchPlace) {
  const [store] = useState(() => {
    const known = storeOf(loaded.batchId);
    known.learn(loaded);
    return known;
  });
  const state = useSyncExternalStore(store.subscribe, store.read, store.read);
  const sends = state.files.some(({ status }) => status === "waiting" || status === "sending");
  useEffect(() => {
    if (!sends) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [sends]);
  // A name is looked up among all interviewees, so once for a file and not at each showing.
  const defaults = useMemo(() => {
    const known = new Map<string, ImportChoices>();
    return (name: string) => {
      const found = known.get(name) ?? defaultChoices(name, state.choices, place);
      known.set(name, found);
      return found;
    };
  }, [state.choices, place]);
  const choicesOf = (file: BatchFile): ImportChoices => state.chosen[file.id] ?? defaults(file.name);
  return { store, ...state, choicesOf };
}

export type Batch = ReturnType<typeof useBatch>;
