import type { ErrorCode } from "@/lib/access/errors";
import { TranscriptText } from "@/lib/schemas/transcripts";

export type LoadedText = { ok: true; value: TranscriptText } | { ok: false; code: ErrorCode };

const BY_STATUS: Record<number, ErrorCode> = { 401: "unauthenticated", 403: "forbidden", 404: "not_found" };

/** One version of a text, the current one unless another is named. That it can't be had is a value. Throws only when aborted. */
export async function loadVersion(
  transcriptId: string,
  versionId: string | null,
  signal?: AbortSignal,
): Promise<LoadedText> {
  const address = `/api/transcripts/${transcriptId}/text${versionId ? `?version=${versionId}` : ""}`;
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) return { ok: false, code: BY_STATUS[response.status] ?? "unavailable" };
    return { ok: true, value: TranscriptText.parse(await response.json()) };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, code: "unavailable" };
  }
}
