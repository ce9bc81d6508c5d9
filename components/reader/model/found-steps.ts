import { takeBack } from "@/components/history/take-back";
import { type ReaderSession, say } from "./session";

/**
 * Takes back what a search coded, in this text and all others, or a taking back of it; answers the id of the taking
 * back. What it changes here is heard as others' changes are. Where some of it would stay, the person is asked first. Where
 * it cannot be done, it is no step any more.
 */
export function takeBackFound(session: ReaderSession, undoes: string): string {
  const eventId = crypto.randomUUID();
  session.found.add(eventId);
  void takeBack(eventId, undoes)
    .catch(() => undefined)
    .then((result) => {
      if (result?.ok) {
        const { left } = result.value;
        if (left > 0) say(session, "foundLeft", { left });
        return;
      }
      const later = result?.error.code !== "conflict";
      const without = (ids: readonly string[]) => ids.filter((id) => id !== eventId);
      session.steps.update(({ done, undone }) => ({
        done: undone.includes(eventId) && later ? [...without(done), undoes] : without(done),
        undone: done.includes(eventId) && later ? [...without(undone), undoes] : without(undone),
      }));
      session.outbox.saveSteps();
      say(session, result === null ? "foundStays" : later ? "foundLater" : "foundChanged");
    });
  return eventId;
}
