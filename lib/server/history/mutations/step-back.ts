import "server-only";
import type { z } from "zod";
import type { StudyScope } from "@/lib/access/scope";
import { nextRedo, nextUndo, type Step } from "@/lib/domain/history";
import type { StepBack, UndoOutcome } from "@/lib/schemas/history";
import { prisma } from "@/lib/server/db";
import { wayBack } from "../data";
import { undoEvent } from "./undo";

/**
 * The member's own next step, back or forth, outside of texts; null where there is none, or where the step that comes
 * next cannot be taken back: it is not stepped over, since undoing something older would surprise.
 */
export async function stepBack(
  scope: StudyScope,
  { eventId, direction }: z.output<typeof StepBack>,
): Promise<UndoOutcome | null> {
  // Sent twice, the second sending finds the first's own event, and answers as it did.
  const sent = await prisma().historyEvent.findUnique({ where: { id: eventId }, select: { undoes: true } });
  const next = sent?.undoes ?? (await nextStep(scope, direction));
  if (!next) return null;
  const event = await prisma().historyEvent.findUniqueOrThrow({ where: { id: next } });
  return wayBack(scope, event) && undoEvent(scope, { eventId, undoes: next });
}

/** Steps are read so many at a time, and not further back than so many times: each without its rows. */
const PAGE = 200;
const PAGES = 10;

async function nextStep({ studyId, userId }: StudyScope, direction: "undo" | "redo"): Promise<string | null> {
  const steps: Step[] = [];
  let before = BigInt(Number.MAX_SAFE_INTEGER);
  for (let page = 0; page < PAGES; page += 1) {
    const rows = await prisma().historyEvent.findMany({
      where: {
        studyId,
        actorId: userId,
        seq: { lt: before },
        // What is done in a text is taken back there; what a change of the codebook did in one, with the change.
        NOT: [
          { kind: { startsWith: "coding." } },
          { kind: { startsWith: "passage." } },
          { kind: { startsWith: "code." }, transcriptId: { not: null } },
        ],
      },
      orderBy: { seq: "desc" },
      take: PAGE,
      select: { id: true, seq: true, undoes: true },
    });
    steps.push(...rows.map(({ seq, ...row }) => ({ ...row, seq: Number(seq) })));
    const next = (direction === "undo" ? nextUndo : nextRedo)(steps);
    if (next || rows.length < PAGE) return next?.id ?? null;
    before = rows.at(-1)?.seq ?? before;
  }
  return null;
}
