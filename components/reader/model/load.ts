import type { z } from "zod";
import type { ErrorCode } from "@/lib/access/errors";
import { CodingsPayload } from "@/lib/schemas/coding";
import { TranscriptText } from "@/lib/schemas/transcripts";
import { buildDocument, type ReaderDocument } from "./document";

export type Loaded<T> = { ok: true; value: T } | { ok: false; code: ErrorCode };

const BY_STATUS: Record<number, ErrorCode> = { 401: "unauthenticated", 403: "forbidden", 404: "not_found" };

export const textAddress = (transcriptId: string) => `/api/transcripts/${transcriptId}/text`;
export const codingsAddress = (transcriptId: string) => `/api/transcripts/${transcriptId}/codings`;

/** Reads JSON of a known shape. That the server can't be reached, or says something else, is a value. Throws only when aborted. */
async function load<Schema extends z.ZodType>(
  address: string,
  schema: Schema,
  signal: AbortSignal,
): Promise<Loaded<z.output<Schema>>> {
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) return { ok: false, code: BY_STATUS[response.status] ?? "unavailable" };
    const parsed = schema.safeParse(await response.json());
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, code: "unavailable" };
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, code: "unavailable" };
  }
}

export async function loadText(transcriptId: string, signal: AbortSignal): Promise<Loaded<ReaderDocument>> {
  const answer = await load(textAddress(transcriptId), TranscriptText, signal);
  return answer.ok ? { ok: true, value: buildDocument(answer.value) } : answer;
}

export function loadCodings(transcriptId: string, signal: AbortSignal): Promise<Loaded<CodingsPayload>> {
  return load(codingsAddress(transcriptId), CodingsPayload, signal);
}
