import "server-only";
import type { KnownSpeaker } from "@/lib/domain/revision";
import type { Tx } from "@/lib/server/history";

/** The speakers of a transcript, in the order of their labels. */
export async function knownSpeakers(tx: Tx, transcriptId: string): Promise<KnownSpeaker[]> {
  return tx.speaker.findMany({
    where: { transcriptId },
    orderBy: { label: "asc" },
    select: { id: true, label: true, aliases: true, role: true, intervieweeId: true },
  });
}

/**
 * Writes the speakers of a version: new ones, and what it says of those that the transcript has. Speakers
 * that no longer speak stay, since older versions name them.
 */
export async function storeSpeakers(
  tx: Tx,
  transcriptId: string,
  speakers: readonly KnownSpeaker[],
  known: readonly KnownSpeaker[],
): Promise<void> {
  const byId = new Map(known.map((speaker) => [speaker.id, speaker]));
  for (const { id, label, aliases, role, intervieweeId } of speakers) {
    const former = byId.get(id);
    if (!former) {
      await tx.speaker.create({ data: { id, transcriptId, label, aliases, role, intervieweeId } });
    } else if (former.role !== role || former.intervieweeId !== intervieweeId) {
      await tx.speaker.update({ where: { id }, data: { role, intervieweeId } });
    }
  }
}
