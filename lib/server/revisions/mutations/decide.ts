import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { contextOf, validateRangeInText } from "@/lib/domain/segment";
import { type Change as ChangeSchema, CodingState, SegmentState } from "@/lib/schemas/coding";
import type { DecideInput, Decision } from "@/lib/schemas/revisions";
import { prisma } from "@/lib/server/db";
import { mutate, type Tx } from "@/lib/server/history";
import { shareVersion } from "@/lib/server/locks";
import { currentVersion, redactedText, rowsOf } from "../data/stored";

type Segment = z.infer<typeof SegmentState>;
type Coding = z.infer<typeof CodingState>;
export type Decided = z.infer<typeof ChangeSchema>;

/**
 * Decides about one segment that has no certain place: gives it the place that a person chose, or takes it
 * away, which can be undone like any coding. Where the coder's own segment with the same range is there
 * already, it takes up the codes. A coder decides about their own segments, a lead about all.
 *
 * Throws `stale` where another version has become current, `invalid` where the words are not the ones that
 * the person saw, `conflict` where the segment waits no longer.
 */
export async function decideSegment(
  scope: StudyScope,
  input: z.output<typeof DecideInput>,
): Promise<Decided> {
  const { eventId, segmentId, decision } = input;
  const row = await prisma().segment.findFirst({
    where: { id: segmentId, studyId: scope.studyId },
    select: { transcriptId: true, coderId: true },
  });
  if (!row) throw new AppError("not_found");
  if (row.coderId !== scope.userId && !can(scope.role, "placing.decide")) throw new AppError("forbidden");
  const { transcriptId } = row;
  const kind = decision.kind === "place" ? "coding.place" : "coding.remove";
  return mutate<Decided>(scope, { id: eventId, kind, transcriptId }, async (tx) => {
    await shareVersion(tx, transcriptId);
    const current = await currentVersion(rowsOf.tx(tx), scope.studyId, transcriptId);
    const { segment, codings } = await waiting(tx, segmentId, current.id);
    const change =
      decision.kind === "place"
        ? await placed(tx, current.id, segment, codings, decision)
        : { before: [segment], after: [gone(segment)], codings, codingsAfter: codings.map(gone) };
    const { before, after, codingsAfter } = change;
    await write(tx, scope, after, codingsAfter);
    return {
      before: { segments: before, codings: change.codings },
      after: { segments: after, codings: codingsAfter },
    };
  });
}

const gone = <Row extends { deleted: boolean }>(row: Row): Row => ({ ...row, deleted: true });

/** The segment with its live codings, locked, if it still waits. */
async function waiting(
  tx: Tx,
  segmentId: string,
  currentId: string,
): Promise<{ segment: Segment; codings: Coding[] }> {
  await tx.$queryRaw`SELECT "id" FROM "Segment" WHERE "id" = ${segmentId}::uuid FOR UPDATE`;
  const row = await tx.segment.findFirst({
    where: { id: segmentId, versionId: { not: currentId }, deletedAt: null },
    include: { codings: { where: { deletedAt: null } } },
  });
  if (!row) throw new AppError("conflict", { detail: "placed_already" });
  const { codings, ...segment } = row;
  return {
    segment: SegmentState.parse({ ...segment, deleted: false }),
    codings: z.array(CodingState).parse(codings.map((coding) => ({ ...coding, deleted: false }))),
  };
}

interface Rewritten {
  before: Segment[];
  after: Segment[];
  codings: Coding[];
  codingsAfter: Coding[];
}

async function placed(
  tx: Tx,
  currentId: string,
  segment: Segment,
  codings: Coding[],
  { versionId, start, end, quote }: Extract<Decision, { kind: "place" }>,
): Promise<Rewritten> {
  if (versionId !== currentId) throw new AppError("stale", { values: { versionId: currentId } });
  const { text } = await redactedText(rowsOf.tx(tx), currentId);
  const valid = validateRangeInText({ start, end }, text);
  if (!valid.ok || text.slice(start, end) !== quote) throw new AppError("invalid");
  const standing = await tx.segment.findFirst({
    where: { versionId, coderId: segment.coderId, start, end, deletedAt: null },
    include: { codings: { where: { deletedAt: null } } },
  });
  if (!standing) {
    const moved = { ...segment, versionId, start, end, ...contextOf(text, { start, end }) };
    return { before: [segment], after: [moved], codings: [], codingsAfter: [] };
  }
  const { codings: had, ...row } = standing;
  const kept = SegmentState.parse({ ...row, deleted: false });
  const added = codings
    .filter(({ codeId }) => !had.some((coding) => coding.codeId === codeId))
    .map((coding) => ({ ...coding, id: randomUUID(), segmentId: kept.id }));
  return {
    before: [segment, kept],
    after: [gone(segment), { ...kept, memo: [kept.memo, segment.memo].filter(Boolean).join("\n\n") }],
    codings: [...codings, ...added.map(gone)],
    codingsAfter: [...codings.map(gone), ...added],
  };
}

async function write(
  tx: Tx,
  scope: StudyScope,
  segments: readonly Segment[],
  codings: readonly Coding[],
): Promise<void> {
  const now = new Date();
  for (const { id, coderId: _, deleted, ...row } of segments)
    await tx.segment.update({ where: { id }, data: { ...row, deletedAt: deleted ? now : null } });
  const { studyId, codebookStudyId } = scope;
  for (const { deleted, ...coding } of codings)
    await tx.coding.upsert({
      where: { id: coding.id },
      create: { ...coding, studyId, codebookStudyId, deletedAt: deleted ? now : null },
      update: { deletedAt: deleted ? now : null },
    });
}
