import type { ReaderSession } from "../model/session";
import type { SavedSteps } from "./saved-steps";
import type { OutboxStorage } from "./storage";

/** How far back one can undo after a reload. */
const KEPT = 100;

type Around = Omit<ReaderSession, "outbox">;

/** Keeps the person's last events with what they changed, so that undo reaches past a reload. */
export async function saveSteps(
  { document, store, steps }: Around,
  storage: OutboxStorage,
  box: string,
): Promise<void> {
  const done = steps.get().done.slice(-KEPT);
  const undone = steps.get().undone.slice(-KEPT);
  const events = [...done, ...undone].flatMap((id) => {
    const event = store.events.get(id);
    return event ? [{ id, ...event, takenBack: store.isTakenBack(id) }] : [];
  });
  await storage.saveNote(box, { versionId: document.versionId, done, undone, events } satisfies SavedSteps);
}

export async function loadSteps(
  { document, store, steps }: Around,
  storage: OutboxStorage,
  box: string,
): Promise<void> {
  const saved = await readNote(storage, box);
  // Events of another version are about a text that is no longer there.
  if (saved?.versionId !== document.versionId) return;
  for (const { id, takenBack, ...event } of saved.events) store.recall(id, event, takenBack);
  const { done, undone } = saved;
  steps.update((now) => ({ done: [...done, ...now.done], undone: now.done.length > 0 ? [] : undone }));
}

/** What an earlier visit kept. Null where there is nothing, or nothing that can be read. */
async function readNote(storage: OutboxStorage, box: string): Promise<SavedSteps | null> {
  const note = await storage.note(box);
  if (note === undefined) return null;
  try {
    const { SavedSteps } = await import("./saved-steps");
    return SavedSteps.safeParse(note).data ?? null;
  } catch {
    // The script that reads it did not come: there is less to undo.
    return null;
  }
}
