import { undoEvent } from "@/lib/server/history/actions";
import { type ReaderSession, say } from "./session";

/**
 * Takes back what a search coded, in this text and all others, or a taking back of it; answers the id of the taking
 * back. What it changes here is heard as others' changes are. Where it cannot be done, it is no step any more.
 */
export function takeBackFound(session: ReaderSession, undoes: string): string {
  const eventId = crypto.randomUUID();
  session.found.add(eventId);
  void undoEvent({ eventId, undoes })
    .catch(() => null)
    .then((result) => {
      if (result?.ok) return;
      const later = result === null || result.error.code !== "conflict";
      const without = (ids: readonly string[]) => ids.filter((id) => id !== eventId);
      session.steps.update(({ done, undone }) => ({
        done: undone.includes(eventId) && later ? [...without(done), undoes] : without(done),
        undone: done.includes(eventId) && later ? [...without(undone), undoes] : without(undone),
      }));
      session.outbox.saveSteps();
      say(session, later ? "foundLater" : "foundChanged");
    });
  return eventId;
}
