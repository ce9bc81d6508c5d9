import { type ReaderSession, say } from "@/components/reader/model/session";
import { hearStep } from "@/components/reader/model/steps-elsewhere";
import type { ActionResult, ErrorCode } from "@/lib/access/errors";
import type { PassagesNow } from "@/lib/schemas/passages";
import { undoPassages } from "@/lib/server/passages/actions";
import { fetchPassages } from "./fetch";
import { firstChange, retie } from "./retie";

/** What may be tried once more; anything else stays as it is. */
const LATER: readonly ErrorCode[] = ["unavailable", "unauthenticated", "rate_limited"];

/** Counts a change of passages among the person's steps. */
export function noteChange(session: ReaderSession, eventId: string): void {
  // It may have been heard of before it was answered.
  if (hearStep(session, { id: eventId, undoes: null, by: "passages" })) session.outbox.saveSteps();
}

/**
 * Takes a change of passages back; answers the id of the taking back, which can be taken back in turn. The
 * server is asked in the order of the changes; what it refuses is no step any more, and said.
 */
export function takeBackPassages(session: ReaderSession, undoes: string): string {
  const eventId = crypto.randomUUID();
  const { passages } = session;
  passages.events.add(eventId);
  passages.last = passages.last.then(() => send(session, eventId, undoes));
  return eventId;
}

async function send(session: ReaderSession, eventId: string, undoes: string): Promise<void> {
  const { document, frame, passages } = session;
  const input = { eventId, transcriptId: frame.transcript.id, versionId: document.versionId, undoes };
  const answer = await undoPassages(input).catch(
    (): ActionResult<PassagesNow> => ({ ok: false, error: { code: "unavailable" } }),
  );
  if (!answer.ok) return refused(session, eventId, undoes, answer.error.code);
  if (passages.state.get().state !== "ready") await fetchPassages(session);
  const known = passages.state.get();
  const at = known.state === "ready" ? firstChange(known.value.passages, answer.value.passages) : null;
  retie(session, answer.value);
  if (at !== null) session.text.current?.reveal(at);
}

/** It was not taken back: the step stands where it stood if it may be tried again. */
function refused(session: ReaderSession, eventId: string, undoes: string, code: ErrorCode): void {
  const later = LATER.includes(code);
  const without = (ids: readonly string[]) => ids.filter((id) => id !== eventId);
  session.steps.update(({ done, undone }) => ({
    done: undone.includes(eventId) && later ? [...done, undoes] : without(done),
    undone: done.includes(eventId) && later ? [...undone, undoes] : without(undone),
  }));
  session.outbox.saveSteps();
  say(session, later ? "refused.question_later" : "refused.question_changed");
}
