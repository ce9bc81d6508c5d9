import type { OutboxStorage } from "./storage";

/** How long a browser's storage is waited for, in milliseconds. */
const PATIENCE = 5_000;

/** Of a storage that does not answer, a refusal: work must not wait for a browser whose disk hangs. What it does late is done all the same. */
export function patientStorage(storage: OutboxStorage): OutboxStorage {
  return {
    append: (box, operation) => inTime(storage.append(box, operation)),
    head: (box, limit) => inTime(storage.head(box, limit)),
    remove: (orders) => inTime(storage.remove(orders)),
    keepUnplaced: (box, unplaced) => inTime(storage.keepUnplaced(box, unplaced)),
    unplaced: (box) => inTime(storage.unplaced(box)),
    dropUnplaced: (operationId) => inTime(storage.dropUnplaced(operationId)),
    changeNote: (box, change) => inTime(storage.changeNote(box, change)),
    note: (box) => inTime(storage.note(box)),
  };
}

async function inTime<Value>(answer: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the browser's storage does not answer")), PATIENCE);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
