import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { StepJson, VersionJson } from "@/lib/schemas/revising";
import type { Corrected, VersionChange } from "@/lib/schemas/revisions";
import type { Tx } from "@/lib/server/history";
import { reviseSafely } from "@/lib/server/interchange/revise-safely";
import { storeSize } from "@/lib/server/transcripts/data/size";
import { type CurrentVersion, currentVersion, redactedJson, rowsOf, versionJson } from "../data/stored";
import { standingSegments, storeRevised } from "./move";
import { knownSpeakers, storeSpeakers } from "./speakers";

/** Revising may take as long as a task may (see interchange/safely), and writing it down a little more, in milliseconds. */
export const PATIENCE = { timeout: 90_000 };

export interface NextVersion {
  transcriptId: string;
  /** A new one where it does not follow from anything. */
  versionId?: string | undefined;
  former: CurrentVersion;
  from: VersionJson;
  step: StepJson;
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

/** The text of the version that is to be changed, with all beside it. */
export const textToChange = (tx: Tx, { id }: CurrentVersion): Promise<VersionJson> =>
  versionJson(rowsOf.tx(tx), id);

/**
 * Makes what comes of a step the current version, and moves to it all that points into the transcript. What
 * takes as long as the text is, is done elsewhere (see interchange/revise-safely.ts): this process reads and
 * writes rows as they are. The caller holds the lock. Throws `invalid` where the draft contradicts itself.
 */
export async function makeCurrent(tx: Tx, scope: StudyScope, next: NextVersion): Promise<Corrected> {
  const { transcriptId, versionId = randomUUID(), former, from, step, change, reason } = next;
  const { language, pairId } = former;
  const speakers = await knownSpeakers(tx, transcriptId);
  const { segments, versions } = await standingSegments(rowsOf.tx(tx), transcriptId);
  const older = await redactedJson(
    rowsOf.tx(tx),
    versions.filter((id) => id !== former.id),
  );
  const paired = pairId !== null;
  const { revised, rows } = await reviseSafely({ from, step, language, paired, speakers, segments, older });
  if (!revised.ok) throw new AppError("invalid", { detail: `draft_${revised.fault}` });
  const number = former.number + 1;
  await tx.transcriptVersion.update({ where: { id: former.id }, data: { current: false } });
  await tx.transcriptVersion.create({
    data: {
      id: versionId,
      transcriptId,
      number,
      current: true,
      length: revised.length,
      change,
      reason,
      createdById: scope.userId,
    },
  });
  await storeSpeakers(tx, transcriptId, revised.speakers, speakers);
  for await (const piece of rows) await storeRevised(tx, { transcriptId, versionId }, piece);
  await tx.redaction.createMany({
    data: revised.redactions.map((redaction) => ({ id: randomUUID(), versionId, ...redaction })),
  });
  await storeSize(tx, transcriptId, versionId, revised.size);
  const { placed, queued } = revised;
  return { transcriptId, versionId, number, change, placed, queued };
}
