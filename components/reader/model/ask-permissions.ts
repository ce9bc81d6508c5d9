import type { Range } from "@/lib/domain/segment";
import { withheldIn } from "./changes";
import type { ReaderDocument } from "./document";
import { fetchCodings, readCodings } from "./load";
import type { TakenFrom } from "./taken";

/** Whoever copies waits for it, in milliseconds. */
const PATIENCE = 4_000;

/**
 * How the words of a range may be cited at this moment, as far as anybody has said so; null where that cannot be asked, or
 * the text has been corrected since.
 */
export async function askPermissions(
  transcriptId: string,
  { versionId }: Pick<ReaderDocument, "versionId">,
  range: Range,
): Promise<TakenFrom["segments"] | null> {
  try {
    const body = await fetchCodings(transcriptId, AbortSignal.timeout(PATIENCE), range);
    const answer = await readCodings(body);
    if (!answer.ok || answer.value.versionId !== versionId) return null;
    const said = answer.value.segments.map(([, start, end, , , permission]) => ({ start, end, permission }));
    return [...said, ...(withheldIn(answer.value) ?? [])];
  } catch {
    return null;
  }
}
