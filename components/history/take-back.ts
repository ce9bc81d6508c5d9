"use client";

import { awaiting } from "@/components/long-work/awaited";
import { signal } from "@/components/ui/signal";
import type { ActionResult } from "@/lib/access/errors";
import type { Staying, UndoOutcome } from "@/lib/schemas/history";
import { undoEvent } from "@/lib/server/history/actions";

/** What would stay of a step that is about to be taken back, or done again, and what the person wishes. */
export interface Question {
  staying: Staying;
  redone: boolean;
  answer: (rest: boolean) => void;
}

/** The question that stands. */
export const question = signal<Question | null>(null);

/** What was done; `asked` is how many segments the person had been told would stay. */
export type Taken = Extract<UndoOutcome, { done: true }> & { asked: number };

/**
 * Takes an event back and, where some of it would stay, asks first. Null where the person would rather that nothing is
 * done.
 */
export async function takeBack(eventId: string, undoes: string): Promise<ActionResult<Taken> | null> {
  return settle(eventId, await awaiting(eventId, undoEvent({ eventId, undoes })));
}

/** Asks where the answer says that some of it would stay: nothing was written under the event's id as yet. */
export async function settle(
  eventId: string,
  result: ActionResult<UndoOutcome>,
): Promise<ActionResult<Taken> | null> {
  if (!result.ok) return result;
  if (result.value.done) return { ok: true, value: { ...result.value, asked: 0 } };
  const { staying, redone, undoes } = result.value;
  const rest = await new Promise<boolean>((resolve) => {
    question.get()?.answer(false);
    question.set({ staying, redone, answer: resolve });
  });
  question.set(null);
  if (!rest) return null;
  const second = await awaiting(eventId, undoEvent({ eventId, undoes, rest: true }));
  if (!second.ok) return second;
  // With `rest` nothing is asked.
  return second.value.done
    ? { ok: true, value: { ...second.value, asked: staying.left } }
    : { ok: false, error: { code: "conflict", detail: "history_codings" } };
}
