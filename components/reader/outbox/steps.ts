import type { ReaderSession } from "../model/session";
import type { SavedSteps } from "./saved-steps";
import type { OutboxStorage } from "./storage";

/** How far back one can undo after a reload. */
const KEPT = 100;

type Around = Omit<ReaderSession, "outbox">;

/** Keeps the person's last events with what they changed, so that undo reaches past a reload. */
export async function saveSteps(
  { document, store, steps, passages: book, found: searched }: Around,
  storage: OutboxStorage,
  box: string,
): Promise<void> {
  const done = steps.get().done.slice(-KEPT);
  const undone = steps.get().undone.slice(-KEPT);
  const events = [...done, ...undone].flatMap((id) => {
    const event = store.events.get(id);
    return event ? [{ id, ...event, takenBack: store.isTakenBack(id) }] : [];
  });
  const passages = [...done, ...undone].filter((id) => book.events.has(id));
  const found = [...done, ...undone].filter((id) => searched.has(id));
  const { versionId } = document;
  await storage.saveNote(box, { versionId, done, undone, passages, found, events } satisfies SavedSteps);
}

export async function loadSteps(
  { document, store, steps, passages: book, found: searched }: Around,
  storage: OutboxStorage,
  box: string,
): Promise<void> {
  const saved = await readNote(storage, box);
  // Events of another version are about a text that is no longer there.
  if (saved?.versionId !== document.versionId) return;
  const { done, undone, passages, found } = saved;
  for (const id of passages) book.events.add(id);
  for (const id of found) searched.add(id);
  for (const { id, takenBack, ...event } of saved.events)
    if (!store.events.has(id)) store.recall(id, event, takenBack);
  steps.update((now) => {
    // Steps that came along from the version before are among those kept.
    const fresh = now.done.filter((id) => !done.includes(id));
    return { done: [...done, ...fresh], undone: fresh.length > 0 ? [] : undone };
  });
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
