import type { z } from "zod";
import type { ErrorCode } from "@/lib/access/errors";
import type { Range } from "@/lib/domain/segment";
import type { CurrentCodes } from "@/lib/schemas/codebook-views";
import type { CodingsPayload } from "@/lib/schemas/coding";
import type { Hearing } from "@/lib/schemas/recordings";
import type { TranscriptText } from "@/lib/schemas/transcripts";
import { buildDocument, type ReaderDocument } from "./document";

export type Loaded<T> = { ok: true; value: T } | { ok: false; code: ErrorCode };

const BY_STATUS: Record<number, ErrorCode> = { 401: "unauthenticated", 403: "forbidden", 404: "not_found" };

export const textAddress = (transcriptId: string) => `/api/transcripts/${transcriptId}/text`;
export const codingsAddress = (transcriptId: string) => `/api/transcripts/${transcriptId}/codings`;

type Schemas = typeof import("./answers");

/** What checks an answer comes beside it, so that the page itself does not wait for it. */
export const schemas = (): Promise<Schemas> => import("./answers");

/** Fetches an answer's body, unread. That the server can't be reached, or refuses, is a value. Throws only when aborted. */
async function fetchBody(address: string, signal: AbortSignal): Promise<Loaded<string>> {
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) return { ok: false, code: BY_STATUS[response.status] ?? "unavailable" };
    return { ok: true, value: await response.text() };
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, code: "unavailable" };
  }
}

/** Reads a body as JSON of a known shape. That it is something else, or cannot be checked, is a value. */
async function read<Value>(
  body: Loaded<string>,
  schema: (known: Schemas) => z.ZodType<Value>,
): Promise<Loaded<Value>> {
  if (!body.ok) return body;
  try {
    return { ok: true, value: schema(await schemas()).parse(JSON.parse(body.value)) };
  } catch {
    return { ok: false, code: "unavailable" };
  }
}

export async function loadText(transcriptId: string, signal: AbortSignal): Promise<Loaded<ReaderDocument>> {
  // Whether it comes is asked where it is needed.
  schemas().catch(() => undefined);
  const body = await fetchBody(textAddress(transcriptId), signal);
  const answer = await read<TranscriptText>(body, ({ TranscriptText }) => TranscriptText);
  return answer.ok ? { ok: true, value: buildDocument(answer.value) } : answer;
}

/** What it takes to hear the text. */
export async function loadHearing(transcriptId: string, signal: AbortSignal): Promise<Loaded<Hearing>> {
  const body = await fetchBody(`/api/transcripts/${transcriptId}/hearing`, signal);
  return read<Hearing>(body, ({ Hearing }) => Hearing);
}

/** The codebook as it is now. */
export async function loadCodes(studyId: string, signal: AbortSignal): Promise<Loaded<CurrentCodes>> {
  const body = await fetchBody(`/api/studies/${studyId}/codes`, signal);
  return read<CurrentCodes>(body, ({ CurrentCodes }) => CurrentCodes);
}

/**
 * The codings as they came: reading thousands of them takes the time of several frames, so that is left for later.
 * Of a range of the text, where one is given, those that have a part in it.
 */
export function fetchCodings(
  transcriptId: string,
  signal: AbortSignal,
  range?: Range,
): Promise<Loaded<string>> {
  const asked = range ? `?from=${range.start}&to=${range.end}` : "";
  return fetchBody(codingsAddress(transcriptId) + asked, signal);
}

export function readCodings(body: Loaded<string>): Promise<Loaded<CodingsPayload>> {
  return read<CodingsPayload>(body, ({ CodingsPayload }) => CodingsPayload);
}
