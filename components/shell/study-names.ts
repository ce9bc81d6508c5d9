"use client";

import { useSyncExternalStore } from "react";
import { StudyNames } from "@/lib/schemas/shell";

/** What the palette finds in a study by name, and how far it has come. */
interface Known {
  studyId: string | null;
  stage: "coming" | "here" | "failed";
  names: StudyNames;
}

const NOTHING: Known = { studyId: null, stage: "here", names: { transcripts: [], codes: [] } };

let known = NOTHING;
let asked: AbortController | null = null;
const listeners = new Set<() => void>();

function set(next: Known): void {
  known = next;
  for (const listener of listeners) listener();
}

/** Asks for a study's names. Those that came before stay until newer ones are here. */
export async function askForNames(studyId: string): Promise<void> {
  asked?.abort();
  const gone = new AbortController();
  asked = gone;
  const before = known.studyId === studyId ? known : { ...NOTHING, studyId, stage: "failed" as const };
  set(before.stage === "here" ? before : { ...before, stage: "coming" });
  try {
    // The browser keeps the answer, and is told that it still holds, where nothing has changed.
    const response = await fetch(`/api/studies/${studyId}/names`, { signal: gone.signal });
    if (!response.ok) throw new Error(`the names answered ${response.status}`);
    const names = StudyNames.parse(await response.json());
    if (!gone.signal.aborted) set({ studyId, stage: "here", names });
  } catch {
    if (!gone.signal.aborted && known.stage === "coming") set({ ...known, stage: "failed" });
  }
}

/** Outside any study there are no names. */
export function forgetNames(): void {
  asked?.abort();
  set(NOTHING);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The names that are here, kept up to date. */
export function useKnownNames(): Known {
  return useSyncExternalStore(
    subscribe,
    () => known,
    () => NOTHING,
  );
}
