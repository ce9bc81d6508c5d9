import { Originals } from "@/lib/schemas/revisions";

/** The words behind the pseudonyms of a transcript, or null where they can't be had. */
export async function fetchOriginals(transcriptId: string, signal?: AbortSignal): Promise<Originals | null> {
  try {
    const response = await fetch(`/api/transcripts/${transcriptId}/originals`, { signal });
    return response.ok ? Originals.parse(await response.json()) : null;
  } catch {
    return null;
  }
}
