import { describe, expect, it, vi } from "vitest";
import { memoryQueue } from "@/components/reader/outbox/memory-storage";
import { type DoneMark, DoneMarks, keyOf, type MarkOutcome } from "@/components/rounds/done-marks";
import type { ActionResult } from "@/lib/access/errors";
import { freshId } from "../reader/support";

const mark = (transcriptId: string, done = true): DoneMark => ({
  id: freshId(),
  roundId: "round",
  transcriptId,
  done,
});
const taken = async (): Promise<ActionResult<unknown>> => ({ ok: true, value: null });
const offline = async (): Promise<ActionResult<unknown>> => {
  throw new TypeError("Failed to fetch");
};

function setUp(answer: () => Promise<ActionResult<unknown>>, storage = memoryQueue<DoneMark>()) {
  const sent: DoneMark[] = [];
  const answered = vi.fn<(outcomes: readonly MarkOutcome[]) => void>();
  const server = { answer };
  const marks = new DoneMarks({
    ...{ box: "box", storage, durable: true, answered },
    mark: (each) => {
      sent.push(each);
      return server.answer();
    },
    exclusively: (_box, work) => work(),
    after: () => () => undefined,
  });
  const shown = (transcriptId: string) => marks.marked.get().get(keyOf({ roundId: "round", transcriptId }));
  return { marks, sent, answered, shown, server, storage };
}
const settled = ({ marks }: ReturnType<typeof setUp>) =>
  vi.waitFor(() => expect(marks.state.get()).toMatchObject({ waiting: 0, trouble: null }));
const refused = ({ marks }: ReturnType<typeof setUp>) =>
  vi.waitFor(() => expect(marks.state.get().trouble).toBe("unavailable"));

describe("marks that a transcript is done", () => {
  it("show at once, and stay after they were sent until the page says how it stands", async () => {
    const page = setUp(taken);
    page.marks.add(mark("a"));
    expect(page.shown("a")).toEqual({ done: true, waiting: true });
    await settled(page);
    expect(page.shown("a")).toEqual({ done: true, waiting: false });
    page.marks.shownAnew();
    expect(page.shown("a")).toBeUndefined();
    expect(page.sent).toHaveLength(1);
  });

  it("wait without a network, through a reload, and are sent once: of each assignment the last", async () => {
    const before = setUp(offline);
    before.marks.add(mark("a"));
    await refused(before);
    for (const each of [mark("b"), mark("a", false), mark("a")]) before.marks.add(each);
    before.marks.shownAnew();
    expect(before.shown("a")).toEqual({ done: true, waiting: true });
    await vi.waitFor(async () => expect(await before.storage.head("box", 9)).toHaveLength(4));

    const after = setUp(taken, before.storage);
    await after.marks.resume();
    expect(after.shown("b")).toEqual({ done: true, waiting: true });
    await settled(after);
    expect(
      after.sent.map(({ transcriptId, done, id }) => [transcriptId, done, id === before.sent[0]?.id]),
    ).toEqual([
      ["a", true, false],
      ["b", true, false],
    ]);
    await vi.waitFor(async () => expect(await before.storage.head("box", 9)).toEqual([]));
    after.marks.retry();
    expect(after.sent).toHaveLength(2);
  });

  it("that the server will not have are said, and shown no more", async () => {
    const error = { code: "conflict", detail: "round_ended" } as const;
    const page = setUp(async () => ({ ok: false, error }));
    page.marks.add(mark("a"));
    await settled(page);
    expect(page.shown("a")).toBeUndefined();
    expect(page.answered.mock.calls.flat(2)).toMatchObject([{ transcriptId: "a", error }]);
  });

  it("that were answered are not sent again where the network goes in between", async () => {
    const page = setUp(taken);
    page.server.answer = async () => {
      page.server.answer = offline;
      return { ok: true, value: null };
    };
    for (const each of [mark("a"), mark("b")]) await page.storage.append("box", each);
    await page.marks.resume();
    await refused(page);
    expect(page.shown("a")).toEqual({ done: true, waiting: false });
    page.server.answer = taken;
    page.marks.retry();
    await settled(page);
    expect(page.sent.filter(({ transcriptId }) => transcriptId === "a")).toHaveLength(1);
  });

  it("that another tab was answered wait no longer, but for what was marked since", async () => {
    const page = setUp(offline);
    const [first, second] = [mark("a"), mark("b")];
    for (const each of [first, second]) page.marks.add(each);
    await refused(page);
    page.marks.add(mark("b", false));
    page.marks.hear([first, second].map((each) => ({ ...each, error: null })));
    expect(page.shown("a")).toEqual({ done: true, waiting: false });
    expect(page.shown("b")).toEqual({ done: false, waiting: true });
    expect(page.marks.state.get().waiting).toBe(1);
  });
});
