import { describe, expect, it, vi } from "vitest";
import { memoryStorage } from "@/components/reader/outbox/memory-storage";
import { Outbox, type OutboxPorts, PATIENCE, type SendResult } from "@/components/reader/outbox/outbox";
import type { OutboxStorage } from "@/components/reader/outbox/storage";
import type { CodingOperation } from "@/lib/schemas/coding";
import { freshId } from "./support";

const operation = (): CodingOperation => ({ id: freshId(), kind: "remove", segmentId: freshId() });
const done = (operations: CodingOperation[]): SendResult => ({
  kind: "outcomes",
  outcomes: operations.map(({ id }) => ({ id, ok: true, seq: 1, change: { segments: [], codings: [] } })),
});

function setUp(
  answers: (operations: CodingOperation[]) => SendResult | Promise<SendResult>,
  storage: OutboxStorage = memoryStorage(),
) {
  const sent: string[][] = [];
  const retries: { wait: number; run: () => void }[] = [];
  const impatient: (() => void)[] = [];
  const ports = {
    box: "box",
    storage,
    durable: true,
    send: async (operations: CodingOperation[]) => {
      sent.push(operations.map(({ id }) => id));
      return answers(operations);
    },
    exclusively: (_box: string, work: () => Promise<void>) => work(),
    settled: vi.fn(),
    refused: vi.fn(),
    after: (wait: number, run: () => void) => {
      if (wait === PATIENCE) impatient.push(run);
      else retries.push({ wait, run });
      return () => undefined;
    },
  } satisfies OutboxPorts;
  return { outbox: new Outbox(ports), sent, retries, impatient, ports, storage };
}

const waitingIs = (outbox: Outbox, waiting: number) =>
  vi.waitFor(() => expect(outbox.state.get().waiting).toBe(waiting));

/** Adds one while no server answers, and another after `between`; once one does, both are sent as they came. */
async function bothInOrder(storage: OutboxStorage, between: () => void) {
  let online = false;
  const { outbox, sent, retries } = setUp(
    (operations) => (online ? done(operations) : { kind: "later", reason: "unavailable" }),
    storage,
  );
  const [one, two] = [operation(), operation()];
  outbox.add(one);
  await vi.waitFor(() => expect(retries).toHaveLength(1));
  between();
  outbox.add(two);
  await vi.waitFor(() => expect(retries).toHaveLength(2));
  [online, sent.length] = [true, 0];
  outbox.retry();
  await waitingIs(outbox, 0);
  expect(sent).toEqual([[one.id, two.id]]);
  return outbox;
}

describe("the outbox", () => {
  it("sends in order and forgets what is acknowledged", async () => {
    const { outbox, sent, storage } = setUp(done);
    const operations = [operation(), operation(), operation()];
    for (const each of operations) outbox.add(each);
    expect(outbox.state.get().waiting).toBe(3);
    await waitingIs(outbox, 0);
    expect(sent.flat()).toEqual(operations.map(({ id }) => id));
    await vi.waitFor(async () => expect(await storage.head("box", 9)).toEqual([]));
  });

  it("sends the same ids again after the network is back, each time later", async () => {
    let online = false;
    const { outbox, sent, retries } = setUp((operations) =>
      online ? done(operations) : { kind: "later", reason: "unavailable" },
    );
    const only = operation();
    outbox.add(only);
    await vi.waitFor(() => expect(retries).toHaveLength(1));
    expect(outbox.state.get()).toMatchObject({ waiting: 1, trouble: "unavailable" });
    retries[0]?.run();
    await vi.waitFor(() => expect(retries).toHaveLength(2));
    expect(retries[1]?.wait).toBe(2 * (retries[0]?.wait ?? 0));
    online = true;
    outbox.retry();
    await waitingIs(outbox, 0);
    expect(sent).toEqual([[only.id], [only.id], [only.id]]);
    expect(outbox.state.get().trouble).toBe(null);
  });

  it("keeps the work of somebody whose session has ended", async () => {
    const { outbox, storage } = setUp(() => ({ kind: "later", reason: "unauthenticated" }));
    outbox.add(operation());
    await vi.waitFor(() => expect(outbox.state.get().trouble).toBe("unauthenticated"));
    expect(await storage.head("box", 9)).toHaveLength(1);
  });

  it("takes up what an earlier visit left", async () => {
    const storage = memoryStorage();
    const only = operation();
    await storage.append("box", only);
    const { outbox, sent } = setUp(done, storage);
    expect(outbox.state.get().looked).toBe(false);
    expect(await outbox.left()).toEqual([only]);
    expect(outbox.state.get()).toMatchObject({ waiting: 1, looked: true });
    outbox.retry();
    await waitingIs(outbox, 0);
    expect(sent).toEqual([[only.id]]);
  });

  it("sends what the browser would not store, and says that it is not kept", async () => {
    const storage = { ...memoryStorage(), append: () => Promise.reject(new Error("the disk is full")) };
    const { outbox, sent } = setUp(done, storage);
    const only = operation();
    outbox.add(only);
    await waitingIs(outbox, 0);
    expect(sent).toEqual([[only.id]]);
    expect(outbox.state.get().durable).toBe(false);
  });

  it("sends what the storage has lost since, before what came after", async () => {
    const kept = memoryStorage();
    let lost = false;
    // Whoever clears a site's data takes them from under its open pages.
    const storage: OutboxStorage = { ...kept, head: async (...of) => (lost ? [] : kept.head(...of)) };
    await bothInOrder(storage, () => {
      lost = true;
    });
  });

  it("goes on where the storage fails to let go of what was sent, and sends that no second time", async () => {
    const storage = { ...memoryStorage(), remove: () => Promise.reject(new Error("it was closed")) };
    const { outbox, sent } = setUp(done, storage);
    const operations = [operation(), operation()];
    for (const each of operations) {
      outbox.add(each);
      await waitingIs(outbox, 0);
    }
    expect(sent).toEqual(operations.map(({ id }) => [id]));
  });

  it("puts nothing into the storage behind what that would not take", async () => {
    const kept = memoryStorage();
    let full = true;
    const append = vi.fn<OutboxStorage["append"]>((...of) =>
      full ? Promise.reject(new Error("the disk is full")) : kept.append(...of),
    );
    const outbox = await bothInOrder({ ...kept, append }, () => {
      full = false;
    });
    expect(append).toHaveBeenCalledTimes(1);
    outbox.add(operation());
    await waitingIs(outbox, 0);
    expect(outbox.state.get().durable).toBe(true);
  });

  it("says that the server does not answer, and takes the answer when it comes", async () => {
    let answer: (result: SendResult) => void = () => undefined;
    const { outbox, impatient } = setUp(() => new Promise((resolve) => (answer = resolve)));
    const only = operation();
    outbox.add(only);
    await vi.waitFor(() => expect(impatient).toHaveLength(1));
    impatient[0]?.();
    expect(outbox.state.get()).toMatchObject({ waiting: 1, trouble: "unavailable" });
    answer(done([only]));
    await waitingIs(outbox, 0);
    expect(outbox.state.get().trouble).toBe(null);
  });

  it("finds the one operation that spoils a batch, and sends the others", async () => {
    const bad = operation();
    const good = [operation(), operation()];
    const { outbox, ports, storage } = setUp((operations) =>
      operations.includes(bad) ? { kind: "refused", code: "invalid" } : done(operations),
    );
    for (const each of [good[0], bad, good[1]]) if (each) await storage.append("box", each);
    await outbox.left();
    outbox.retry();
    await waitingIs(outbox, 0);
    expect(ports.refused).toHaveBeenCalledExactlyOnceWith(bad, "invalid");
    expect(ports.settled).toHaveBeenCalledTimes(2);
  });
});
