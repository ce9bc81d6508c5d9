import type { CodingsPayload } from "@/lib/schemas/coding";
import { partsOf } from "./coding-parts";
import type { ReaderFrame } from "./frame";
import { idleTime } from "./idle-time";
import { keeping } from "./keeping";
import { fetchCodings, type Loaded, readCodings, schemas } from "./load";
import type { ReaderSession } from "./session";

/** What a part takes, about, in milliseconds: with less left before the next frame, it is left for the one after. */
const PART = 4;
/** A window begins in one part and may end in the next. */
const IN_VIEW = 4;
/** How long all of them may take before those in view are asked for by themselves, in milliseconds. */
const PATIENCE = 100;
/** About a place so many UTF-16 code units are asked for, more than any window shows, and so many before it. */
const WINDOW = 6_000;
const BEFORE = 1_000;

/**
 * The codings about the place that is read, where all of them take their time, since there are so many; null where all
 * are there before. Throws only when aborted.
 */
export async function fetchInView(
  { transcript, place }: Pick<ReaderFrame, "transcript" | "place">,
  all: Promise<unknown>,
  signal: AbortSignal,
): Promise<Loaded<CodingsPayload> | null> {
  const there = all.then(() => null);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, true));
  if (!(await Promise.race([there, late]))) return null;
  const start = Math.max(0, (place ?? 0) - BEFORE);
  const inView = fetchCodings(transcript.id, signal, { start, end: start + WINDOW });
  return Promise.race([there, inView.then(readCodings)]);
}

/** Takes in what lies in view, if that came before all, as far as the text is there. Taken in again, it is as once. */
export function takeInView(
  session: ReaderSession,
  answer: Loaded<CodingsPayload> | null,
  signal: AbortSignal,
): void {
  const { store, document } = session;
  if (signal.aborted || !answer?.ok || answer.value.versionId !== document.versionId) return;
  const segments = answer.value.segments.filter(([, , end]) => end <= document.text.length);
  keeping(session, () => store.loadAhead({ ...answer.value, segments }));
}

/**
 * Takes in the codings part by part, those about an offset of the text first. However many there are, these are seen
 * at once and the page stays free for reading; the rest comes when it has nothing better to do. None of another version:
 * its answer is stale here. Throws only when aborted.
 */
export async function loadCodings(
  session: ReaderSession,
  body: Loaded<string>,
  offset: number,
  signal: AbortSignal,
): Promise<Loaded<null>> {
  if (!body.ok) return body;
  try {
    const { CodingsPayload } = await schemas();
    let [taken, seq] = [0, 0];
    session.store.begin();
    let idle: IdleDeadline | null = null;
    for (const part of partsOf(body.value, offset)) {
      if (taken >= IN_VIEW && (idle?.timeRemaining() ?? 0) < PART) idle = await idleTime();
      signal.throwIfAborted();
      const payload: CodingsPayload = CodingsPayload.parse(part);
      if (payload.versionId !== session.document.versionId) return { ok: false, code: "stale" };
      keeping(session, () => session.store.loadPart(payload));
      [taken, seq] = [taken + 1, payload.seq];
    }
    keeping(session, () => session.store.loaded(seq));
    return { ok: true, value: null };
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, code: "unavailable" };
  }
}
