import type { Change } from "@/lib/domain/coding";
import type { StepInText } from "@/lib/schemas/history";
import type { ReaderSession } from "./session";

/** What of a visit the person's steps concern. */
export type Stepping = Pick<ReaderSession, "store" | "steps" | "found" | "passages">;

/** Notes how a step is taken back that was not made here. */
export function learnStep({ found, passages }: Stepping, { id, by }: StepInText): void {
  if (by === "found") found.add(id);
  if (by === "passages") passages.events.add(id);
}

/**
 * Takes in a step that the person made in another window: undo and redo go on from there. One that was made here is known.
 * Answers whether it was taken in.
 */
export function hearStep(session: Stepping, told: StepInText): boolean {
  const { id, undoes } = told;
  const { done, undone } = session.steps.get();
  const made = session.store.events.has(id) || session.found.has(id) || session.passages.events.has(id);
  if (made || done.includes(id) || undone.includes(id)) return false;
  learnStep(session, told);
  const without = (ids: readonly string[]) => ids.filter((each) => each !== undoes);
  if (undoes === null) session.steps.set({ done: [...done, id], undone: [] });
  else if (done.includes(undoes)) session.steps.set({ done: without(done), undone: [...undone, id] });
  else if (undone.includes(undoes)) session.steps.set({ done: [...done, id], undone: without(undone) });
  else return false;
  return true;
}

/** Makes what came back the segment at hand, and brings it into view. */
export function showTakenBack(
  { selection, chosen, text, document }: Pick<ReaderSession, "selection" | "chosen" | "text" | "document">,
  { segments }: Change,
): void {
  const touched = segments.find(({ deleted, versionId }) => !deleted && versionId === document.versionId);
  selection.set(null);
  chosen.set(touched?.id ?? null);
  if (touched) text.current?.reveal(touched.start);
}

/** Drops a step that is none any more: another has taken it back, or it could not be done. Answers whether it was one. */
export function dropStep({ steps }: Pick<Stepping, "steps">, id: string): boolean {
  const { done, undone } = steps.get();
  if (!done.includes(id) && !undone.includes(id)) return false;
  const without = (ids: readonly string[]) => ids.filter((each) => each !== id);
  steps.set({ done: without(done), undone: without(undone) });
  return true;
}
