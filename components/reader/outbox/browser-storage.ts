import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { CodingOperation } from "@/lib/schemas/coding";
import type { Identified, OutboxStorage, Queued, QueueStorage, Unplaced } from "./storage";

interface Schema extends DBSchema {
  operations: { key: number; value: { box: string; operation: Identified }; indexes: { box: string } };
  unplaced: { key: string; value: Unplaced & { box: string }; indexes: { box: string } };
  notes: { key: string; value: unknown };
}

const DATABASE = "kikitori";

/** The database of the browser in which every outbox lies. `onClosed`: the browser took it away, as when its data are cleared. */
export async function openOutboxes(onClosed?: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(DATABASE, 1, {
    terminated: onClosed,
    upgrade(database) {
      database.createObjectStore("operations", { autoIncrement: true }).createIndex("box", "box");
      database.createObjectStore("unplaced", { keyPath: "operation.id" }).createIndex("box", "box");
      database.createObjectStore("notes");
    },
  });
}

/** Opens the database when it is first asked for, and once. */
function opening(): () => Promise<IDBPDatabase<Schema>> {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = () => {
    opened = null;
  };
  return () => {
    if (!opened) {
      opened = openOutboxes(forget);
      opened.catch(forget);
    }
    return opened;
  };
}

/** The storage of the browser: survives a reload, a crash and a loss of power. */
export function browserQueue<Operation extends Identified>(database = opening()): QueueStorage<Operation> {
  return {
    async append(box, operation) {
      await (await database()).add("operations", { box, operation });
    },
    async head(box, limit) {
      const found: Queued<Operation>[] = [];
      const { store } = (await database()).transaction("operations");
      let cursor = await store.index("box").openCursor(box);
      for (; cursor && found.length < limit; cursor = await cursor.continue()) {
        // A box holds operations of one kind, as they were put there.
        found.push({ order: cursor.primaryKey, operation: cursor.value.operation as Operation });
      }
      return found;
    },
    async remove(orders) {
      const transaction = (await database()).transaction("operations", "readwrite");
      await Promise.all([...orders.map((order) => transaction.store.delete(order)), transaction.done]);
    },
  };
}

/** The same for codings, with what is kept beside them. */
export function browserStorage(): OutboxStorage {
  const database = opening();
  return {
    ...browserQueue<CodingOperation>(database),
    async keepUnplaced(box, unplaced) {
      await (await database()).put("unplaced", { ...unplaced, box });
    },
    async unplaced(box) {
      return (await database()).getAllFromIndex("unplaced", "box", box);
    },
    async dropUnplaced(operationId) {
      await (await database()).delete("unplaced", operationId);
    },
    async changeNote(box, change) {
      const writing = (await database()).transaction("notes", "readwrite");
      await writing.store.put(change(await writing.store.get(box)), box);
      await writing.done;
    },
    async note(box) {
      return (await database()).get("notes", box);
    },
  };
}
