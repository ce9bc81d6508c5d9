import "server-only";
import type { z } from "zod";
import type { StudyScope } from "@/lib/access/scope";
import { hideAlike } from "@/lib/domain/revision";
import type { Draft } from "@/lib/domain/transcript";
import type { Corrected, RestoreInput } from "@/lib/schemas/revisions";
import type { Tx } from "@/lib/server/history";
import { requireOpenVersion } from "../data/guarded";
import { rowsOf, type StoredVersion, storedVersion } from "../data/stored";
import { onceAtATime, rewritten } from "./correct";
import { makeCurrent, versionToChange } from "./version";

/**
 * Makes the text of an older version current again, as a new version. What has been hidden since stays
 * hidden. Throws `not_found` where there is no such version, `forbidden` where it is not open to the
 * person, `stale` where another version has become current.
 */
export function restoreVersion(scope: StudyScope, input: z.output<typeof RestoreInput>): Promise<Corrected> {
  const { eventId, transcriptId, fromVersionId, versionId, reason } = input;
  return onceAtATime(scope, { id: eventId, transcriptId }, async (tx) => {
    const former = await versionToChange(tx, scope, transcriptId, fromVersionId);
    await requireOpenVersion(rowsOf.tx(tx), scope, transcriptId, versionId);
    const from = await storedVersion(rowsOf.tx(tx), former.id);
    const older = await storedVersion(rowsOf.tx(tx), versionId);
    const hidden = hideAlike(from, older);
    const draft = rewritten(await draftOfVersion(tx, transcriptId, older), hidden);
    const { redactions } = hidden;
    return makeCurrent(tx, scope, {
      transcriptId,
      from,
      former,
      draft,
      redactions,
      change: "restored",
      reason,
    });
  });
}

/** A stored version as a draft, with all speakers of its transcript. */
export async function draftOfVersion(
  tx: Tx,
  transcriptId: string,
  { text, turns, points, passages }: StoredVersion,
): Promise<Draft> {
  const speakers = await tx.speaker.findMany({ where: { transcriptId }, orderBy: { label: "asc" } });
  const index = new Map(speakers.map(({ id }, place) => [id, place]));
  return {
    text,
    turns: turns.map(({ speakerId, ...turn }) => ({
      ...turn,
      speaker: speakerId === null ? null : (index.get(speakerId) ?? null),
    })),
    points,
    passages,
    speakers: speakers.map(({ label, aliases, role, intervieweeId }) => ({
      label,
      aliases,
      role,
      intervieweeId,
    })),
  };
}
