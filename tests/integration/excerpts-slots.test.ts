import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ExcerptFilter } from "@/lib/schemas/excerpts";
import { pool } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { downloadOf, excerptCsv, streamOf } from "@/lib/server/excerpts/data";
import { Slots } from "@/lib/server/excerpts/data/slots";
import { truncateAll } from "@/tests/support/database";
import { SmallStudy } from "./compare-support/study";

afterEach(() => {
  vi.useRealTimers();
});

/** Pieces that say whether they were let go of. */
function pieces(count: number, size = 1) {
  const state = { ended: false, asked: 0 };
  async function* each(): AsyncGenerator<string> {
    try {
      for (; state.asked < count; state.asked += 1) yield "x".repeat(size);
    } finally {
      state.ended = true;
    }
  }
  return { state, each: each() };
}

describe("a download that nobody reads", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  test("is ended after its time, and lets go of what it holds", async () => {
    const { state, each } = pieces(9);
    const reader = streamOf(each, "first", 1000).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("first");
    await vi.advanceTimersByTimeAsync(999);
    expect(state.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(state.ended).toBe(true);
    await expect(reader.read()).rejects.toThrow("not read on");
  });

  test("is not ended while it is read, however slowly, nor after it is whole", async () => {
    const { state, each } = pieces(3, 400_000);
    const reader = streamOf(each, "", 1000).getReader();
    let length = 0;
    for (;;) {
      await vi.advanceTimersByTimeAsync(999);
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      // A piece is handed out in parts, so that a slow line has time for each.
      expect(value.length).toBeLessThanOrEqual(256 * 1024);
    }
    expect(length).toBe(3 * 400_000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([state.ended, vi.getTimerCount()]).toEqual([true, 0]);
  });
});

describe("slots", () => {
  test("are given in the order of asking, each once, and refused to whom they do not come free in time", async () => {
    vi.useFakeTimers();
    const slots = new Slots(1);
    const order: string[] = [];
    const first = await slots.take(100);
    const second = slots.take(100).then((release) => {
      order.push("second");
      return release;
    });
    const late = slots.take(50).catch((error: { code: string }) => order.push(error.code));
    const third = slots.take(1000).then((release) => {
      order.push("third");
      return release;
    });
    await vi.advanceTimersByTimeAsync(50);
    await late;
    first();
    first();
    const release = await second;
    expect(order).toEqual(["unavailable", "second"]);
    release();
    (await third)();
    expect(order).toEqual(["unavailable", "second", "third"]);
    expect(await slots.take(1)).toBeTypeOf("function");
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("downloads", () => {
  let study: SmallStudy;
  beforeEach(async () => {
    study = await SmallStudy.make();
  });
  afterEach(truncateAll);

  const download = () => downloadOf(excerptCsv(study.scopes.lead, ExcerptFilter.parse({})));

  test("leave most connections to everybody else, whoever does not read theirs", async () => {
    const most = Math.floor(env().DATABASE_POOL / 3);
    const talk = await study.addTalk([{ who: 1, text: "we hope so" }]);
    await study.code(talk, "hope", ["Hope"]);
    const unread = await Promise.all(Array.from({ length: most }, download));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const refused = download().catch((error: { code: string }) => error.code);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await refused).toBe("unavailable");
    vi.useRealTimers();
    const idle = await Promise.all(
      Array.from({ length: env().DATABASE_POOL - most }, () => pool().query("SELECT 1")),
    );
    expect(idle).toHaveLength(env().DATABASE_POOL - most);
    const waits = download();
    await unread[0]?.cancel();
    expect((await new Response(await waits).text()).split("\r\n")).toHaveLength(3);
    for (const stream of unread.slice(1)) await stream.cancel();
    // All slots and connections are back.
    const again = await Promise.all(Array.from({ length: most }, download));
    for (const stream of again) await stream.cancel();
    expect(pool().waitingCount).toBe(0);
  });

  test("that cannot begin say so before anything is sent, and keep no slot", async () => {
    const filter = ExcerptFilter.parse({ attributes: `${study.studyId}.none` });
    const most = Math.floor(env().DATABASE_POOL / 3);
    for (let each = 0; each <= most; each += 1)
      await expect(downloadOf(excerptCsv(study.scopes.viewer, filter))).rejects.toMatchObject({
        code: "forbidden",
      });
  });
});
