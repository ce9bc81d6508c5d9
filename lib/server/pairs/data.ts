import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { PairFrame, PairHalf } from "@/lib/schemas/pairs";
import { prisma } from "@/lib/server/db";
import type { Tx } from "@/lib/server/history";

/** What changes an alignment; a new version of either half does, too, and is told by its own id. */
export const ALIGNING = ["pair.align", "pair.make", "pair.break"];

const HALF = { id: true, title: true, language: true } as const;

/** A transcript with its other half, if it has one. Throws `not_found`. */
export async function halvesOf(
  { studyId }: StudyScope,
  transcriptId: string,
): Promise<{ transcript: PairHalf; other: PairHalf | null; interviewId: string | null; kind: string }> {
  const own = await prisma().transcript.findFirst({
    where: { id: transcriptId, studyId },
    select: { ...HALF, pairId: true, interviewId: true, kind: true },
  });
  if (!own) throw new AppError("not_found");
  const { pairId, interviewId, kind, ...transcript } = own;
  const other =
    pairId === null
      ? null
      : await prisma().transcript.findFirst({
          where: { pairId, studyId, id: { not: transcriptId } },
          select: HALF,
        });
  return { transcript, other, interviewId, kind };
}

/** The event that last changed the alignment of these transcripts, or null. */
export async function lastAlignment(
  tx: Pick<Tx, "historyEvent">,
  { studyId }: StudyScope,
  transcriptIds: readonly string[],
): Promise<string | null> {
  const event = await tx.historyEvent.findFirst({
    where: { studyId, transcriptId: { in: [...transcriptIds] }, kind: { in: ALIGNING } },
    orderBy: { seq: "desc" },
    select: { id: true },
  });
  return event?.id ?? null;
}

/** What the screen of a pair starts from. */
export async function pairFrame(
  scope: StudyScope,
  transcriptId: string,
): Promise<Omit<PairFrame, "mayCorrect" | "personId">> {
  const { transcript, other, interviewId, kind } = await halvesOf(scope, transcriptId);
  const ids = other ? [transcript.id, other.id] : [transcript.id];
  return {
    studyId: scope.studyId,
    transcript,
    other,
    base: await lastAlignment(prisma(), scope, ids),
    candidates: other ? [] : await candidatesFor(scope, { ...transcript, interviewId, kind }),
  };
}

/** Transcripts in other languages without a pair, of the same interview or where one of the two has none. */
async function candidatesFor(
  { studyId }: StudyScope,
  { id, language, interviewId, kind }: PairHalf & { interviewId: string | null; kind: string },
): Promise<PairFrame["candidates"]> {
  const rows = await prisma().transcript.findMany({
    where: { studyId, id: { not: id }, pairId: null, language: { not: language } },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: { ...HALF, interviewId: true, kind: true },
  });
  const same = (row: { interviewId: string | null }) =>
    interviewId !== null && row.interviewId === interviewId;
  return rows
    .filter((row) => row.kind === kind && (same(row) || interviewId === null || row.interviewId === null))
    .map(({ interviewId: own, kind: _, ...half }) => ({ ...half, sameInterview: same({ interviewId: own }) }))
    .sort((a, b) => Number(b.sameInterview) - Number(a.sameInterview));
}
