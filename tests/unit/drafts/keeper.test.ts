import { describe, expect, it, vi } from "vitest";
import { Keeper } from "@/components/drafts/keeper";
import { openDraft } from "@/components/drafts/open-draft";
import { boxOf, type DraftStorage, idsOf } from "@/components/drafts/storage";
import { memoryDrafts } from "./memory-drafts";

const AIKO = boxOf("aiko", "correction", "talk");
const BEN = boxOf("ben", "correction", "talk");

function keeperOf(storage: DraftStorage, found = false) {
  const asked: (() => void)[] = [];
  let time = 0;
  const soon = (callback: () => void) => {
    asked.push(callback);
    return () => undefined;
  };
  const now = () => ++time;
  const keeper = new Keeper<string>({ id: "one", box: AIKO, storage, now, soon }, found);
  return { keeper, asked };
}

const keptIn = async (storage: DraftStorage, box = AIKO) =>
  (await storage.list(box)).map(({ value }) => value);

describe("keeping what is not saved yet", () => {
  it("waits until the page has time, and then writes the latest state once", async () => {
    const storage = memoryDrafts();
    const put = vi.spyOn(storage, "put");
    const { keeper, asked } = keeperOf(storage);
    keeper.keep(() => "川");
    keeper.keep(() => "川は");
    keeper.keep(() => "川は流れる 🌊");
    expect(asked).toHaveLength(1);
    expect(put).not.toHaveBeenCalled();
    expect(keeper.state.get()).toBe("waiting");
    asked[0]?.();
    await vi.waitFor(() => expect(keeper.state.get()).toBe("kept"));
    expect(put).toHaveBeenCalledTimes(1);
    expect(await keptIn(storage)).toEqual(["川は流れる 🌊"]);
    keeper.keep(() => "more");
    expect(asked).toHaveLength(2);
  });

  it("writes at once when the page goes, also what changes while it writes", async () => {
    const storage = memoryDrafts();
    const { keeper } = keeperOf(storage);
    keeper.keep(() => "one");
    const flushed = keeper.flush();
    keeper.keep(() => "two");
    await flushed;
    expect(await keptIn(storage)).toEqual(["two"]);
    expect(keeper.state.get()).toBe("kept");
  });

  it("has nothing left once the work is stored", async () => {
    const storage = memoryDrafts();
    const { keeper } = keeperOf(storage);
    keeper.drop();
    expect(keeper.state.get()).toBe("nothing");
    keeper.keep(() => "words");
    await keeper.flush();
    keeper.drop();
    await keeper.flush();
    expect(await keptIn(storage)).toEqual([]);
    expect(keeper.state.get()).toBe("nothing");
  });

  it("says that a full browser keeps nothing, goes on, and keeps again when it can", async () => {
    const storage = memoryDrafts();
    let full = true;
    const { put } = storage;
    storage.put = (draft) => (full ? Promise.reject(new Error("QuotaExceededError")) : put(draft));
    const { keeper } = keeperOf(storage);
    keeper.keep(() => "words");
    await keeper.flush();
    expect(keeper.state.get()).toBe("refused");
    keeper.keep(() => "words more");
    expect(keeper.state.get()).toBe("refused");
    full = false;
    await keeper.flush();
    expect(keeper.state.get()).toBe("kept");
    expect(await keptIn(storage)).toEqual(["words more"]);
  });
});

/** Pages as they claim drafts: one at a time for each. */
function pages(storage: DraftStorage, now = 0) {
  const claimed = new Set<string>();
  let ids = 0;
  return (box = AIKO) =>
    openDraft<string>({
      box,
      storage,
      claim: async (id) => {
        if (claimed.has(id)) return null;
        claimed.add(id);
        return () => claimed.delete(id);
      },
      read: (value) => (typeof value === "string" ? value : null),
      freshId: () => `fresh ${++ids}`,
      now: () => now,
    });
}

describe("taking up what an earlier visit left", () => {
  it("takes the newest that no other page has, and leaves the older for later", async () => {
    const storage = memoryDrafts();
    await storage.put({ id: "old", box: AIKO, at: 1, value: "old" });
    await storage.put({ id: "new", box: AIKO, at: 2, value: "new" });
    const open = pages(storage);
    const first = await open();
    expect(first).toMatchObject({ id: "new", found: { at: 2, value: "new" } });
    expect(await open()).toMatchObject({ id: "old", found: { value: "old" } });
    expect(await open()).toMatchObject({ id: "fresh 1", found: null });
    first.release();
    expect(await open()).toMatchObject({ id: "new" });
  });

  it("never shows one account's work to another of the same browser", async () => {
    const storage = memoryDrafts();
    await storage.put({ id: "hers", box: AIKO, at: 1, value: "hers" });
    expect(await pages(storage)(BEN)).toMatchObject({ found: null });
    expect(await keptIn(storage)).toEqual(["hers"]);
  });

  it("drops everybody's of more than 30 days ago, and nothing younger", async () => {
    const day = 24 * 60 * 60 * 1000;
    const storage = memoryDrafts();
    await storage.put({ id: "old", box: AIKO, at: day - 1, value: "old" });
    await storage.put({ id: "his", box: BEN, at: 0, value: "his" });
    await storage.put({ id: "young", box: AIKO, at: day, value: "young" });
    expect(await pages(storage, 31 * day)()).toMatchObject({ id: "young" });
    expect([...(await keptIn(storage)), ...(await keptIn(storage, BEN))]).toEqual(["young"]);
  });

  it("leaves alone what it cannot read, and does without a browser that keeps nothing", async () => {
    const storage = memoryDrafts();
    await storage.put({ id: "strange", box: AIKO, at: 1, value: { of: "a later program" } });
    expect(await pages(storage)()).toMatchObject({ found: null });
    expect(await storage.list(AIKO)).toHaveLength(1);
    storage.list = () => Promise.reject(new Error("SecurityError"));
    expect(await pages(storage)()).toMatchObject({ found: null });
  });
});

describe("what a draft is about", () => {
  const [me, segment, talk] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];

  it("is what its box names, and the transcript of a segment, with which it goes", async () => {
    const storage = memoryDrafts();
    const box = boxOf(me, "memo", `segment:${segment}`);
    const ports = { id: "one", box, within: talk, storage, now: () => 1, soon: () => () => undefined };
    const keeper = new Keeper<string>(ports, false);
    keeper.keep(() => "A note");
    await keeper.flush();
    expect((await storage.list(box)).map(idsOf)).toEqual([[me, segment, talk]]);
    expect(idsOf({ box: boxOf(me, "correction", talk) })).toEqual([me, talk]);
  });
});
