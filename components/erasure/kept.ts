import { openDrafts } from "@/components/drafts/browser-drafts";
import { idsInBox, idsOf } from "@/components/drafts/storage";
import { openOutboxes } from "@/components/reader/outbox/browser-storage";

/** Every id of what this browser keeps something of, whoever's it is: transcripts are among them. */
export async function keptIds(): Promise<string[]> {
  const [outboxes, drafts] = await Promise.all([openOutboxes(), openDrafts()]);
  const boxes = [
    ...(await outboxes.getAllKeys("notes")),
    ...(await outboxes.getAll("operations")).map(({ box }) => box),
    ...(await outboxes.getAll("unplaced")).map(({ box }) => box),
  ];
  const ids = [...boxes.flatMap(idsInBox), ...(await drafts.getAll("drafts")).flatMap(idsOf)];
  outboxes.close();
  drafts.close();
  return [...new Set(ids)];
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
    if (!idsOf(at.value).includes(transcriptId)) continue;
    unsaved += 1;
    await at.delete();
  }
  await done;
  outboxes.close();
  drafts.close();
  return unsaved;
}
