import type { CodingOperation } from "@/lib/schemas/coding";
import type { Identified, OutboxStorage, Queued, QueueStorage, Unplaced } from "./storage";

/** Keeps work only while the page is open: where the browser refuses storage, such as in a private window. */
export function memoryQueue<Operation extends Identified>(): QueueStorage<Operation> {
  let next = 1;
  let operations: (Queued<Operation> & { box: string })[] = [];
  return {
    async append(box, operation) {
      operations.push({ order: next++, box, operation });
    },
    async head(box, limit) {
      return operations.filter((each) => each.box === box).slice(0, limit);
    },
    async remove(orders) {
      operations = operations.filter((each) => !orders.includes(each.order));
    },
  };
}

/** The same for codings, with what is kept beside them. */
export function memoryStorage(): OutboxStorage {
  let unplaced: (Unplaced & { box: string })[] = [];
  const notes = new Map<string, unknown>();
  return {
    ...memoryQueue<CodingOperation>(),
    async keepUnplaced(box, each) {
      unplaced.push({ ...each, box });
    },
    async unplaced(box) {
      return unplaced.filter((each) => each.box === box);
    },
    async dropUnplaced(operationId) {
      unplaced = unplaced.filter((each) => each.operation.id !== operationId);
    },
    async changeNote(box, change) {
      notes.set(box, change(notes.get(box)));
    },
    async note(box) {
      return notes.get(box);
    },
  };
}
