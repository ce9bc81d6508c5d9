import { openOutboxes } from "@/components/reader/outbox/browser-storage";
import type { Unplaced } from "@/components/reader/outbox/storage";
import { CodingOperation } from "@/lib/schemas/coding";
import { type OwnPart, ownPart } from "./own-part";

const BOX = /^([0-9a-f-]{36}):([0-9a-f-]{36})$/;

/** What this browser keeps of somebody's coding, by transcript: what waits to be sent, and what the server did not take. */
export async function keptCodings(personId: string): Promise<Map<string, OwnPart[]>> {
  const outboxes = await openOutboxes();
  const waiting = await outboxes.getAll("operations");
  const unplaced = await outboxes.getAll("unplaced");
  outboxes.close();
  const kept = new Map<string, OwnPart[]>();
  for (const { box, operation } of [...unplaced, ...waiting] as (Pick<Unplaced, "operation"> & {
    box: string;
  })[]) {
    const [, person, transcriptId] = BOX.exec(box) ?? [];
    const known = CodingOperation.safeParse(operation);
    if (person !== personId || !transcriptId || !known.success) continue;
    kept.set(transcriptId, [...(kept.get(transcriptId) ?? []), ownPart(known.data)]);
  }
  return kept;
}

/** Drops what this browser keeps of somebody's coding in a transcript, with what could be undone there. */
export async function dropCodings(personId: string, transcriptId: string): Promise<void> {
  const outboxes = await openOutboxes();
  const box = `${personId}:${transcriptId}`;
  const transaction = outboxes.transaction(["operations", "unplaced", "notes"], "readwrite");
  for (const name of ["operations", "unplaced"] as const) {
    const index = transaction.objectStore(name).index("box");
    for (let at = await index.openCursor(box); at; at = await at.continue()) await at.delete();
  }
  await transaction.objectStore("notes").delete(box);
  await transaction.done;
  outboxes.close();
}
