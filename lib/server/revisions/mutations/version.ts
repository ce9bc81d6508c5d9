import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Redacted, Redaction } from "@/lib/domain/revision";
import { type Draft, draftFault, sizeOf } from "@/lib/domain/transcript";
import type { Corrected, VersionChange } from "@/lib/schemas/revisions";
import type { Tx } from "@/lib/server/history";
import { storeSize } from "@/lib/server/transcripts/data/size";
import { storeText } from "@/lib/server/transcripts/mutations/text";
import { type CurrentVersion, currentVersion, rowsOf } from "../data/stored";
import { moveSegments } from "./move";
import { storeSpeakers } from "./speakers";

/** The longest texts and the most segments take some seconds on a busy server, in milliseconds. */
export const PATIENCE = { timeout: 60_000 };

export interface NextVersion {
  transcriptId: string;
  /** A new one where it does not follow from anything. */
  versionId?: string | undefined;
  from: { id: string } & Redacted;
  former: CurrentVersion;
  draft: Draft;
  redactions: readonly Redaction[];
  change: VersionChange;
  reason: string;
}

/**
 * The current version, which must be the one that the change was made on. Throws `stale` with the newer
 * one's id and number where it is not, so that the screen can lay the change over it.
 */
export async function versionToChange(
  tx: Tx,
  { studyId }: StudyScope,
  transcriptId: string,
  fromVersionId: string,
): Promise<CurrentVersion> {
  const former = await currentVersion(rowsOf.tx(tx), studyId, transcriptId);
  if (former.id !== fromVersionId)
    throw new AppError("stale", { values: { versionId: former.id, number: former.number } });
  return former;
}

/** Makes the draft the current version, and moves to it all that points into the transcript. The caller holds the lock. */
export async function makeCurrent(tx: Tx, scope: StudyScope, next: NextVersion): Promise<Corrected> {
  const { transcriptId, versionId = randomUUID(), draft, redactions, former, change, reason, from } = next;
  const fault = draftFault(draft);
  if (fault) throw new AppError("invalid", { detail: `draft_${fault}` });
  const number = former.number + 1;
  await tx.transcriptVersion.update({ where: { id: former.id }, data: { current: false } });
  await tx.transcriptVersion.create({
    data: {
      id: versionId,
      transcriptId,
      number,
      current: true,
      length: draft.text.length,
      change,
      reason,
      createdById: scope.userId,
    },
  });
  const speakerIds = await storeSpeakers(tx, transcriptId, draft.speakers);
  await storeText(tx, { transcriptId, versionId }, draft, speakerIds);
  await tx.redaction.createMany({
    data: redactions.map((redaction) => ({ id: randomUUID(), versionId, ...redaction })),
  });
  const to = { id: versionId, text: draft.text, redactions };
  const { placed, queued } = await moveSegments(tx, { transcriptId, from, to });
  await storeSize(tx, transcriptId, versionId, sizeOf({ ...draft, language: former.language }));
  return { transcriptId, versionId, number, change, placed, queued };
}
