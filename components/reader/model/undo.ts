import { takeBackPassages } from "@/components/passages/take-back";
import { keepSteps } from "./commands";
import { takeBackFound } from "./found-steps";
import { type ReaderSession, say } from "./session";
import { showTakenBack } from "./steps-elsewhere";

/** Takes a step back: the last one, unless another is named. */
export function undo(session: ReaderSession, named?: string): void {
  const { done, undone } = session.steps.get();
  const eventId = named ?? done.at(-1);
  if (!eventId || !done.includes(eventId)) {
    say(session, "nothingToUndo");
    return;
  }
  const id = takeBack(session, eventId, "undone");
  session.steps.set({ done: done.filter((each) => each !== eventId), undone: [...undone, id] });
  keepSteps(session);
}

export function redo(session: ReaderSession): void {
  const { done, undone } = session.steps.get();
  const eventId = undone.at(-1);
  if (!eventId) {
    say(session, "nothingToRedo");
    return;
  }
  const id = takeBack(session, eventId, "redone");
  session.steps.set({ done: [...done, id], undone: undone.slice(0, -1) });
  keepSteps(session);
}

/** Undoes an event; answers the id of the undoing, which can be undone in turn. */
function takeBack(session: ReaderSession, eventId: string, said: "undone" | "redone"): string {
  const { passages, found, store, outbox } = session;
  if (passages.events.has(eventId) || found.has(eventId)) {
    say(session, said);
    return passages.events.has(eventId)
      ? takeBackPassages(session, eventId)
      : takeBackFound(session, eventId);
  }
  const operation = { id: crypto.randomUUID(), kind: "undo", eventId } as const;
  const planned = store.perform(operation);
  if (planned.ok) {
    showTakenBack(session, planned.after);
    say(session, said);
  } else {
    // Done in another window, or otherwise by the server than it was shown: what comes of it, the server says.
    store.resume(operation);
  }
  outbox.add(operation);
  return operation.id;
}
