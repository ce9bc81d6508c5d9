import { browserStorage } from "@/components/reader/outbox/browser-storage";
import { SavedSteps } from "@/components/reader/outbox/saved-steps";
import type { CodedText } from "./passages";

/** Counts what a search coded among the person's steps in each of its texts, so that undo in the reader finds it. */
export async function keepStep(userId: string, texts: readonly CodedText[], eventId: string): Promise<void> {
  if (typeof indexedDB === "undefined") return;
  const storage = browserStorage();
  for (const { transcriptId, versionId } of texts) {
    const box = `${userId}:${transcriptId}`;
    await storage.changeNote(box, (note) => {
      const saved = SavedSteps.safeParse(note).data;
      const { done, passages, found, events } = saved?.versionId === versionId ? saved : NO_STEPS;
      return {
        ...{ versionId, passages, events, undone: [] },
        done: [...done, eventId],
        found: [...found, eventId],
      } satisfies SavedSteps;
    });
  }
}

const NO_STEPS = { done: [], passages: [], found: [], events: [] };
