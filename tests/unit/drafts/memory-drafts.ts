import { type Draft, type DraftStorage, newestFirst } from "@/components/drafts/storage";

/** Keeps drafts only while the page is open, each as it was when it was put in. */
export function memoryDrafts(): DraftStorage {
  const drafts = new Map<string, Draft>();
  return {
    async list(box) {
      return newestFirst([...drafts.values()].filter((draft) => draft.box === box));
    },
    async put(draft) {
      drafts.set(draft.id, structuredClone(draft));
    },
    async drop(id) {
      drafts.delete(id);
    },
    async dropOlder(than) {
      for (const { id, at } of [...drafts.values()]) if (at < than) drafts.delete(id);
    },
  };
}
