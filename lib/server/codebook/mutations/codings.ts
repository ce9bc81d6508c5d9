import "server-only";
import { randomUUID } from "node:crypto";
import type { StudyScope } from "@/lib/access/scope";
import type { Recoding } from "@/lib/domain/codebook";
import type { Change, CodingState } from "@/lib/domain/coding";
import type { ChangePart } from "@/lib/schemas/codebook";
import type { Tx } from "@/lib/server/history";
import { jsonOf } from "@/lib/server/json";

/** A coding with where it lies. */
export interface PlacedCoding extends CodingState {
  studyId: string;
  transcriptId: string;
}

/**
 * The live codings of a code, of every study that uses the codebook, with the other live ones on their segments
 * among `others`.
 */
export function codingsOf(
  tx: Tx,
  { codebookStudyId }: StudyScope,
  codeId: string,
  others: readonly string[],
): Promise<PlacedCoding[]> {
  return tx.$queryRaw<PlacedCoding[]>`
    SELECT c."id", c."segmentId", c."studyId", s."transcriptId", c."coderId", c."codeId", c."revision", false AS deleted
    FROM "Coding" c JOIN "Segment" s ON s."id" = c."segmentId"
    WHERE c."codebookStudyId" = ${codebookStudyId}::uuid AND c."deletedAt" IS NULL AND (c."codeId" = ${codeId}::uuid
      OR (c."codeId" = ANY(${[...others]}::uuid[]) AND EXISTS (SELECT 1 FROM "Coding" f
        WHERE f."segmentId" = c."segmentId" AND f."codeId" = ${codeId}::uuid AND f."deletedAt" IS NULL)))
    ORDER BY c."studyId", s."transcriptId", c."id"`;
}

/** Codings as they are now, deleted ones too, and which of their segments are live. */
export async function codingsNow(tx: Tx, ids: readonly string[]) {
  const rows = await tx.$queryRaw<(CodingState & { live: boolean })[]>`
    SELECT c."id", c."segmentId", c."coderId", c."codeId", c."revision", c."deletedAt" IS NOT NULL AS deleted,
      s."deletedAt" IS NULL AS live
    FROM "Coding" c JOIN "Segment" s ON s."id" = c."segmentId" WHERE c."id" = ANY(${[...ids]}::uuid[])`;
  const live = new Set(rows.flatMap((row) => (row.live ? [row.segmentId] : [])));
  const now = new Map(rows.map(({ live: _, ...coding }) => [coding.id, coding]));
  return { now, isLive: (segmentId: string) => live.has(segmentId) };
}

/** A change of codings, parted by the transcripts in which they lie. `places` tells where each coding lies. */
export function partsOf(
  { before, after }: Recoding,
  places: ReadonlyMap<string, { studyId: string; transcriptId: string }>,
): TranscriptChange[] {
  const parts = new Map<string, TranscriptChange>();
  for (const [index, made] of after.entries()) {
    const place = places.get(made.id);
    const former = before[index];
    if (!place || !former) continue;
    const part = parts.get(place.transcriptId) ?? { ...place, before: [], after: [] };
    part.before.push(stateOf(former));
    part.after.push(stateOf(made));
    parts.set(place.transcriptId, part);
  }
  return [...parts.values()];
}

const stateOf = ({ id, segmentId, codeId, coderId, revision, deleted }: CodingState): CodingState => ({
  ...{ id, segmentId, codeId, coderId, revision, deleted },
});

export interface TranscriptChange extends Recoding {
  studyId: string;
  transcriptId: string;
  /** The event that it takes back. */
  undoes?: string;
}

/**
 * Writes codings as they become, and for each transcript an event of its own, so that whoever has it open is told:
 * in the order of studies, each one's numbers counting up. Answers the events.
 */
export async function writeParts(
  tx: Tx,
  { userId }: StudyScope,
  parts: readonly TranscriptChange[],
): Promise<ChangePart[]> {
  await writeCodings(
    tx,
    parts.flatMap(({ after }) => after),
  );
  const studies = [...new Set(parts.map(({ studyId }) => studyId))].sort();
  const written: ChangePart[] = [];
  for (const studyId of studies) {
    const own = parts.filter((part) => part.studyId === studyId);
    const { seq } = await tx.study.update({
      where: { id: studyId },
      data: { seq: { increment: own.length } },
      select: { seq: true },
    });
    const events = own.map(({ transcriptId, before, after, undoes }, index) => ({
      id: randomUUID(),
      studyId,
      seq: seq - BigInt(own.length - 1 - index),
      actorId: userId,
      transcriptId,
      kind: "coding.codebook",
      before: jsonOf(changeOf(before)),
      after: jsonOf(changeOf(after)),
      undoes: undoes ?? null,
    }));
    await tx.historyEvent.createMany({ data: events });
    written.push(...events.map(({ id, transcriptId }) => ({ eventId: id, studyId, transcriptId })));
  }
  return written;
}

const changeOf = (codings: readonly CodingState[]) =>
  ({ segments: [], codings: codings.map((coding) => ({ ...coding })) }) satisfies Change;

async function writeCodings(tx: Tx, codings: readonly CodingState[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Coding" c SET "codeId" = x."codeId", "revision" = x."revision",
      "deletedAt" = CASE WHEN x."deleted" THEN coalesce(c."deletedAt", now()) END
    FROM jsonb_to_recordset(${JSON.stringify(codings)}::jsonb) AS x("id" uuid, "codeId" uuid, "revision" int, "deleted" boolean)
    WHERE c."id" = x."id"`;
}
