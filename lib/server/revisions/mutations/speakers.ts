import "server-only";
import { randomUUID } from "node:crypto";
import type { DraftSpeaker } from "@/lib/domain/transcript";
import type { Tx } from "@/lib/server/history";

/**
 * The ids of a draft's speakers: those that the transcript has by the same label, with what the draft says
 * of them, and new ones. Speakers that no longer speak stay, since older versions name them.
 */
export async function storeSpeakers(
  tx: Tx,
  transcriptId: string,
  speakers: readonly DraftSpeaker[],
): Promise<string[]> {
  const known = await tx.speaker.findMany({ where: { transcriptId } });
  const byLabel = new Map(known.map((speaker) => [speaker.label, speaker]));
  const ids: string[] = [];
  for (const { label, aliases, role, intervieweeId } of speakers) {
    const former = byLabel.get(label);
    const id = former?.id ?? randomUUID();
    ids.push(id);
    if (!former) {
      await tx.speaker.create({ data: { id, transcriptId, label, aliases, role, intervieweeId } });
    } else if (former.role !== role || former.intervieweeId !== intervieweeId) {
      await tx.speaker.update({ where: { id }, data: { role, intervieweeId } });
    }
  }
  return ids;
}
