import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { CodingOperation } from "@/lib/schemas/coding";
import type { OutboxStorage, Queued, Unplaced } from "./storage";

interface Schema extends DBSchema {
  operations: { key: number; value: { box: string; operation: CodingOperation }; indexes: { box: string } };
  unplaced: { key: string; value: Unplaced & { box: string }; indexes: { box: string } };
  notes: { key: string; value: unknown };
}

const DATABASE = "kikitori";

/** The database of the browser in which every outbox lies. */
export async function openOutboxes(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore("operations", { autoIncrement: true }).createIndex("box", "box");
      database.createObjectStore("unplaced", { keyPath: "operation.id" }).createIndex("box", "box");
      database.createObjectStore("notes");
    },
  });
}

/** The storage of the browser: survives a reload, a crash and a loss of power. */
export function browserStorage(): OutboxStorage {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opened ??= openOutboxes();
    return opened;
  };
  return {
    async append(box, operation) {
      await (await database()).add("operations", { box, operation });
    },
    async head(box, limit) {
      const found: Queued[] = [];
      const { store } = (await database()).transaction("operations");
      let cursor = await store.index("box").openCursor(box);
      for (; cursor && found.length < limit; cursor = await cursor.continue()) {
        found.push({ order: cursor.primaryKey, operation: cursor.value.operation });
      }
      return found;
    },
    async remove(orders) {
      const transaction = (await database()).transaction("operations", "readwrite");
      await Promise.all([...orders.map((order) => transaction.store.delete(order)), transaction.done]);
    },
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
