"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { BatchPlace, ImportChoices } from "@/lib/schemas/imports";
import { storeOf } from "./model/batch-store";
import { defaultChoices } from "./model/choices";
import type { BatchFile } from "./model/files";

/** The batch of this page, as it is now, and what holds for each of its files. */
export function useBatch(place: BatchPlace) {
  const [store] = useState(() => {
    const known = storeOf(place.batchId);
    known.learn(place);
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
  const choicesOf = (file: BatchFile, at: BatchPlace = place): ImportChoices =>
    state.chosen[file.id] ?? defaultChoices(file.name, state.choices, at);
  return { store, ...state, choicesOf };
}

export type Batch = ReturnType<typeof useBatch>;
