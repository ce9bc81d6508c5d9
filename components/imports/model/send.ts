import type { ErrorBody } from "@/lib/access/errors";
import { NAME_HEADER, ReceivedAnswer } from "@/lib/schemas/imports";

export type Sent = { ok: true } | { ok: false; error: ErrorBody };

const UNAVAILABLE: Sent = { ok: false, error: { code: "unavailable" } };

interface Sending {
  address: string;
  name: string;
  file: Blob;
  onProgress: (sent: number) => void;
  signal: AbortSignal;
}

/** Sends a file's bytes. Only this way of asking a browser says how far it has come. */
export function sendFile({ address, name, file, onProgress, signal }: Sending): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (sent: Sent) => {
      signal.removeEventListener("abort", stop);
      resolve(sent);
    };
    request.open("PUT", address);
    request.setRequestHeader(NAME_HEADER, encodeURIComponent(name.toWellFormed()));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => end(outcome(request.responseText));
    request.onerror = () => end(UNAVAILABLE);
    request.onabort = () => end({ ok: false, error: { code: "conflict", detail: "batch_cancelled" } });
    signal.addEventListener("abort", stop, { once: true });
    request.send(file);
  });
}

function outcome(body: string): Sent {
  try {
    const answer = ReceivedAnswer.parse(JSON.parse(body));
    return "error" in answer ? { ok: false, error: answer.error } : { ok: true };
  } catch {
    // No answer of ours, such as a proxy's: sent again, the file is there once.
    return UNAVAILABLE;
  }
}
