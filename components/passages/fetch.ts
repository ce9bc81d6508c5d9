import type { ReaderSession } from "@/components/reader/model/session";
import { TranscriptPassages } from "@/lib/schemas/passages";

/** Fetches the guide and what the transcript's interview asks of it; `failed` where it can't be had. Throws only when aborted. */
export async function fetchPassages(session: ReaderSession, signal?: AbortSignal): Promise<void> {
  const { state } = session.passages;
  try {
    const response = await fetch(`/api/transcripts/${session.frame.transcript.id}/passages`, { signal });
    if (response.ok) state.set({ state: "ready", value: TranscriptPassages.parse(await response.json()) });
    else state.set({ state: "failed" });
  } catch (error) {
    if (signal?.aborted) throw error;
    state.set({ state: "failed" });
  }
}
