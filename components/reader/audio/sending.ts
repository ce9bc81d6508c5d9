import { sendFile } from "@/components/imports/model/send";
import type { ErrorBody } from "@/lib/access/errors";
import { type Signal, signal } from "../model/signal";

/** A recording on its way. Bytes. */
export interface Sent {
  name: string;
  sent: number;
  total: number;
}

export type Outcome = { ok: true } | { ok: false; error: ErrorBody | null };

interface Sending {
  state: Signal<Sent | null>;
  stop: (() => void) | null;
}

/** By transcript: going to another room and back does not stop it. */
const sendings = new Map<string, Sending>();

function sendingOf(transcriptId: string): Sending {
  const known = sendings.get(transcriptId) ?? { state: signal<Sent | null>(null), stop: null };
  // The server renders no sending.
  if (typeof window !== "undefined") sendings.set(transcriptId, known);
  return known;
}

export const sentOf = (transcriptId: string): Signal<Sent | null> => sendingOf(transcriptId).state;
export const stopSending = (transcriptId: string): void => sendingOf(transcriptId).stop?.();

/** Sends a recording, to be kept with the transcript. An outcome without an error was stopped by the person. */
export async function sendRecording(transcriptId: string, file: File): Promise<Outcome> {
  const sending = sendingOf(transcriptId);
  const abort = new AbortController();
  sending.stop = () => abort.abort();
  const { name, size: total } = file;
  sending.state.set({ name, sent: 0, total });
  const outcome = await sendFile({
    address: `/api/transcripts/${transcriptId}/recordings/${crypto.randomUUID()}`,
    name,
    file,
    onProgress: (sent) => sending.state.set({ name, sent, total }),
    signal: abort.signal,
  });
  sending.stop = null;
  sending.state.set(null);
  if (outcome.ok) return outcome;
  return { ok: false, error: abort.signal.aborted ? null : outcome.error };
}
