import type { Operation } from "@/lib/domain/coding";
import { stacksOf } from "@/lib/domain/history";
import { StepsInText } from "@/lib/schemas/history";
import type { Steps } from "../model/session";
import { learnStep, type Stepping } from "../model/steps-elsewhere";
import { laidOver } from "./steps";

/**
 * Takes the person's steps in a text as the server knows them: also those of other browsers, and of before the text was
 * corrected. What was not sent yet when it was asked, and what was done since, is laid over them. Where it cannot be
 * asked, what the browser has kept stays.
 */
export async function takeOwnSteps(
  session: Stepping,
  transcriptId: string,
  ask: typeof fetch = fetch,
): Promise<void> {
  const waiting = session.store.waiting();
  const sent = without(session.steps.get(), new Set(waiting.map(({ id }) => id)));
  const answer = await ask(`/api/transcripts/${transcriptId}/steps`)
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null);
  const rows = StepsInText.safeParse(answer).data;
  if (!rows) return;
  for (const row of rows) learnStep(session, row);
  const { done, undone } = stacksOf(rows);
  const known = without({ done: idsOf(done), undone: idsOf(undone) }, new Set(takenBackBy(waiting)));
  session.steps.update((now) => laidOver(known, sent, now));
}

const idsOf = (steps: readonly { id: string }[]) => steps.map(({ id }) => id);

function without({ done, undone }: Steps, ids: ReadonlySet<string>): Steps {
  const others = (list: readonly string[]) => list.filter((id) => !ids.has(id));
  return { done: others(done), undone: others(undone) };
}

const takenBackBy = (operations: readonly Operation[]) =>
  operations.flatMap((operation) => (operation.kind === "undo" ? operation.eventId : []));
