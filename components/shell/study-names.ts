"use client";

import { signal, useSignal } from "@/components/ui/signal";
import { StudyNames } from "@/lib/schemas/shell";

/** What the palette finds in a study by name, and how far it has come. */
interface Known {
  studyId: string | null;
  stage: "coming" | "here" | "failed";
  names: StudyNames;
}

const NOTHING: Known = { studyId: null, stage: "here", names: { transcripts: [], codes: [] } };

const known = signal(NOTHING);
let asked: AbortController | null = null;

/** Asks for a study's names. Those that came before stay until newer ones are here. */
export async function askForNames(studyId: string): Promise<void> {
  asked?.abort();
  const gone = new AbortController();
  asked = gone;
  const held = known.get();
  const before = held.studyId === studyId ? held : { ...NOTHING, studyId, stage: "failed" as const };
  known.set(before.stage === "here" ? before : { ...before, stage: "coming" });
  try {
    // The browser keeps the answer, and is told that it still holds, where nothing has changed.
    const response = await fetch(`/api/studies/${studyId}/names`, { signal: gone.signal });
    if (!response.ok) throw new Error(`the names answered ${response.status}`);
    const names = StudyNames.parse(await response.json());
    if (!gone.signal.aborted) known.set({ studyId, stage: "here", names });
  } catch {
    const now = known.get();
    if (!gone.signal.aborted && now.stage === "coming") known.set({ ...now, stage: "failed" });
  }
}

/** Outside any study there are no names. */
export function forgetNames(): void {
  asked?.abort();
  known.set(NOTHING);
}

/** The names that are here, kept up to date. */
export function useKnownNames(): Known {
  return useSignal(known);
}
