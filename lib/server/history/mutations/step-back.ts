import "server-only";
import type { z } from "zod";
import { AppError, type ErrorBody } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { nextRedo, nextUndo } from "@/lib/domain/history";
import type { StepBack, StepOutcome } from "@/lib/schemas/history";
import { prisma } from "@/lib/server/db";
import { known } from "@/lib/server/errors";
import { historyPage, type OwnStep, stepsOutsideTexts, type Way, wayBack } from "../data";
import { undoEvent } from "./undo";

type Asked = z.input<typeof StepBack>;

/**
 * The member's own next step, back or forth, outside of texts; null where there is none. Where the one that comes next
 * cannot be taken, that is said, and nothing is done: to step over it unasked would surprise. Who has been told so
 * (`past`) comes to the one before, with what is of no kind to be taken back on the way.
 */
export async function stepBack(scope: StudyScope, asked: Asked): Promise<StepOutcome | null> {
  const { eventId } = asked;
  // Sent twice, the second sending finds the first's own event, and answers as it did.
  const sent = await prisma().historyEvent.findUnique({ where: { id: eventId }, select: { undoes: true } });
  if (sent?.undoes) return undoEvent(scope, { eventId, undoes: sent.undoes });
  const next = await nextStep(scope, asked);
  if (!next) return null;
  if (!next.way) return cannot(scope, next.step, null);
  try {
    return await undoEvent(scope, { eventId, undoes: next.step.id });
  } catch (error) {
    // What somebody has changed since stays so, and is in the way until one goes past it.
    if (error instanceof AppError && error.code === "conflict") return cannot(scope, next.step, known(error));
    throw error;
  }
}

async function cannot(
  scope: StudyScope,
  { id, seq }: OwnStep,
  error: ErrorBody | null,
): Promise<StepOutcome> {
  const { rows } = await historyPage(scope, {}, { before: seq + 1, limit: 1 });
  return { done: false, cannot: id, row: rows.find((row) => row.id === id) ?? null, error };
}

/** Steps are read so many at a time, and not further back than so many times. */
const PAGE = 200;
const PAGES = 10;

async function nextStep(
  scope: StudyScope,
  { direction, past = [] }: Asked,
): Promise<{ step: OwnStep; way: Way | null } | null> {
  const steps: OwnStep[] = [];
  const passed = new Set(past);
  for (let page = 0; page < PAGES; page += 1) {
    const rows = await stepsOutsideTexts(scope, steps.at(-1)?.seq ?? null, PAGE);
    steps.push(...rows);
    for (const { id, byOther } of rows) if (byOther) passed.add(id);
    const told = Math.max(...steps.filter(({ id }) => past.includes(id)).map(({ seq }) => seq));
    for (;;) {
      const step = (direction === "undo" ? nextUndo : nextRedo)(steps, passed);
      if (!step) break;
      const event = await prisma().historyEvent.findUniqueOrThrow({ where: { id: step.id } });
      const way = wayBack(scope, event);
      if (way || step.seq > told) return { step, way };
      passed.add(step.id);
    }
    if (rows.length < PAGE) return null;
  }
  return null;
}
