import type { ReaderSession, Steps } from "../model/session";
import type { SavedSteps } from "./saved-steps";
import type { OutboxStorage } from "./storage";

/** How far back one can undo after a reload. */
const KEPT = 100;

type Around = Omit<ReaderSession, "outbox">;

/** The steps of a visit as it last wrote them down or read them: what is otherwise since then is this tab's doing. */
const known = new WeakMap<Around["steps"], Steps>();
const NOTHING: Steps = { done: [], undone: [] };

/**
 * Keeps the person's last events with what they changed, so that undo reaches past a reload. Of another tab's, in the same
 * text, they lose none: what was done here since is laid over what is kept by now.
 */
export async function saveSteps(around: Around, storage: OutboxStorage, box: string): Promise<void> {
  const { document, store, steps, passages: book, found: searched } = around;
  const read = await reading();
  await storage.changeNote(box, (note) => {
    const kept = read(note);
    const theirs = kept?.versionId === document.versionId ? kept : null;
    const own = steps.get();
    const now = laidOver(theirs ?? NOTHING, known.get(steps) ?? NOTHING, own);
    known.set(steps, own);
    const done = now.done.slice(-KEPT);
    const undone = now.undone.slice(-KEPT);
    const ids = [...done, ...undone];
    const events = ids.flatMap((id) => {
      const event = store.events.get(id);
      if (event) return [{ id, ...event, takenBack: store.isTakenBack(id) }];
      return theirs?.events.filter((each) => each.id === id) ?? [];
    });
    const passages = ids.filter((id) => book.events.has(id) || theirs?.passages.includes(id));
    const found = ids.filter((id) => searched.has(id) || theirs?.found.includes(id));
    return { versionId: document.versionId, done, undone, passages, found, events } satisfies SavedSteps;
  });
}

/** The steps that are kept, with what was done here since `before`: what went goes, and what came that is not kept is the newest. */
export function laidOver(kept: Steps, before: Steps, now: Steps): Steps {
  const list = (name: keyof Steps) => {
    const came = now[name].filter((id) => !before[name].includes(id) && !kept[name].includes(id));
    const went = before[name].filter((id) => !now[name].includes(id));
    return [...kept[name].filter((id) => !went.includes(id)), ...came];
  };
  return { done: list("done"), undone: list("undone") };
}

export async function loadSteps(around: Around, storage: OutboxStorage, box: string): Promise<void> {
  const { document, store, steps, passages: book, found: searched } = around;
  const note = await storage.note(box);
  const saved = note === undefined ? null : (await reading())(note);
  // Events of another version are about a text that is no longer there.
  if (saved?.versionId !== document.versionId) return;
  const { done, undone, passages, found } = saved;
  known.set(steps, { done, undone });
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

/** Reads what an earlier visit, or another tab, kept: null where there is nothing, or nothing that can be read. */
async function reading(): Promise<(note: unknown) => SavedSteps | null> {
  try {
    const { SavedSteps } = await import("./saved-steps");
    return (note) => SavedSteps.safeParse(note).data ?? null;
  } catch {
    // The script that reads it did not come: there is less to undo.
    return () => null;
  }
}
