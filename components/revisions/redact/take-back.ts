import type { ActionResult } from "@/lib/access/errors";
import type { Corrected } from "@/lib/schemas/revisions";
import { takeBackRedactions } from "@/lib/server/revisions/actions";
import { fetchOriginals } from "./originals";

/** Puts a name back wherever it is hidden in one transcript. */
export async function takeBack(
  eventId: string,
  transcriptId: string,
  original: string,
): Promise<ActionResult<Corrected>> {
  const found = await fetchOriginals(transcriptId);
  if (!found?.versionId) return { ok: false, error: { code: "unavailable" } };
  const starts = found.originals.filter(([, , words]) => words === original).map(([start]) => start);
  return takeBackRedactions({ eventId, transcriptId, fromVersionId: found.versionId, starts });
}
