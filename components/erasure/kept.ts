import { openDrafts } from "@/components/drafts/browser-drafts";
import { openOutboxes } from "@/components/reader/outbox/browser-storage";

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Every id in the names of the boxes in which this browser keeps something, whoever's it is: transcripts are among them. */
export async function keptIds(): Promise<string[]> {
  const [outboxes, drafts] = await Promise.all([openOutboxes(), openDrafts()]);
  const named = [
    ...(await outboxes.getAllKeys("notes")),
    ...(await outboxes.getAll("operations")).map(({ box }) => box),
    ...(await outboxes.getAll("unplaced")).map(({ box }) => box),
    ...(await drafts.getAll("drafts")).map(({ box }) => box),
  ];
  outboxes.close();
  drafts.close();
  return [...new Set(named.flatMap((box) => box.match(ID) ?? []))];
}

/** Drops everything that this browser keeps of a transcript, whoever's it is. Answers how many changes had not been stored. */
export async function dropKept(transcriptId: string): Promise<number> {
  const [outboxes, drafts] = await Promise.all([openOutboxes(), openDrafts()]);
  let unsaved = 0;
  const transaction = outboxes.transaction(["operations", "unplaced", "notes"], "readwrite");
  for (const name of ["operations", "unplaced"] as const)
    for (let at = await transaction.objectStore(name).openCursor(); at; at = await at.continue()) {
      if (!at.value.box.includes(transcriptId)) continue;
      unsaved += 1;
      await at.delete();
    }
  const notes = transaction.objectStore("notes");
  for (const box of await notes.getAllKeys()) if (box.includes(transcriptId)) await notes.delete(box);
  await transaction.done;
  const { store, done } = drafts.transaction("drafts", "readwrite");
  for (let at = await store.openCursor(); at; at = await at.continue()) {
    if (!at.value.box.includes(transcriptId)) continue;
    unsaved += 1;
    await at.delete();
  }
  await done;
  outboxes.close();
  drafts.close();
  return unsaved;
}
