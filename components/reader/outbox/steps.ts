import { z } from "zod";
import { Change } from "@/lib/schemas/coding";
import type { ReaderSession } from "../model/session";
import type { OutboxStorage } from "./storage";

/** How far back one can undo after a reload. */
const KEPT = 100;

const Saved = z.object({
  versionId: z.string(),
  done: z.array(z.string()),
  undone: z.array(z.string()),
  events: z.array(z.object({ id: z.string(), before: Change, after: Change, takenBack: z.boolean() })),
});

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
  await storage.saveNote(box, { versionId: document.versionId, done, undone, events } satisfies z.input<
    typeof Saved
  >);
}

export async function loadSteps(
  { document, store, steps }: Around,
  storage: OutboxStorage,
  box: string,
): Promise<void> {
  const saved = Saved.safeParse(await storage.note(box));
  // Events of another version are about a text that is no longer there.
  if (!saved.success || saved.data.versionId !== document.versionId) return;
  for (const { id, takenBack, ...event } of saved.data.events) store.recall(id, event, takenBack);
  const { done, undone } = saved.data;
  steps.update((now) => ({ done: [...done, ...now.done], undone: now.done.length > 0 ? [] : undone }));
}
