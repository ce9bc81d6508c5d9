import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type Draft, type DraftStorage, newestFirst } from "./storage";

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft; indexes: { box: string } };
}

/** Apart from the database of the reader's outbox, so that neither has to wait for the other's upgrades. */
const DATABASE = "kikitori-drafts";

/** The database of the browser in which all drafts lie. */
export function openDrafts(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore("drafts", { keyPath: "id" }).createIndex("box", "box");
    },
  });
}

/** The storage of the browser: survives a reload, a crash and a loss of power. */
export function browserDrafts(): DraftStorage {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opened ??= openDrafts();
    return opened;
  };
  return {
    async list(box) {
      return newestFirst(await (await database()).getAllFromIndex("drafts", "box", box));
    },
    async put(draft) {
      await (await database()).put("drafts", draft);
    },
    async drop(id) {
      await (await database()).delete("drafts", id);
    },
    async dropOlder(than) {
      const { store, done } = (await database()).transaction("drafts", "readwrite");
      for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue())
        if (cursor.value.at < than) await cursor.delete();
      await done;
    },
  };
}
