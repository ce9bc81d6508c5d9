import { describe, expect, it, vi } from "vitest";
import type { CodingStore } from "@/components/reader/model/coding-store";
import type { Operation } from "@/lib/domain/coding";
import type { CodingsPayload } from "@/lib/schemas/coding";
import { apply, beginning, document, freshId, ME, NOW, newStore, OTHER, VERSION } from "./support";

const shown = (store: CodingStore) =>
  store.ordered().map(({ start, end, codeIds }) => `${start}-${end} ${codeIds.join("+")}`);

/** What the server would answer if it planned as the browser did. */
function acknowledge(store: CodingStore, operation: Operation) {
  const change = store.events.get(operation.id)?.after;
  if (!change) throw new Error("not planned");
  store.settle({ id: operation.id, ok: true, seq: 1, change });
}

describe("a coding", () => {
  it("is shown before it is acknowledged, in its paragraphs alone", () => {
    const store = newStore();
    const first = vi.fn();
    const third = vi.fn();
    store.subscribeRow(0, first);
    store.subscribeRow(2, third);
    expect(store.perform(apply(4, 25, "code-a")).ok).toBe(true);
    expect(shown(store)).toEqual(["4-25 code-a"]);
    expect(store.inRow(0)).toHaveLength(1);
    expect(store.inRow(1)).toHaveLength(1);
    expect(store.inRow(2)).toHaveLength(0);
    expect(first).toHaveBeenCalledTimes(1);
    expect(third).not.toHaveBeenCalled();
  });

  it("joins the person's own segment with the same borders", () => {
    const store = newStore();
    store.perform(apply(4, 9, "code-a"));
    store.perform(apply(4, 9, "code-a", "code-b"));
    expect(shown(store)).toEqual(["4-9 code-a+code-b"]);
  });

  it("is refused where it would cut a character in two", () => {
    const store = newStore();
    expect(store.perform(apply(10, 11, "code-a"))).toMatchObject({ ok: false, reason: "splits_character" });
    expect(shown(store)).toEqual([]);
  });
});

describe("the beginning of a text", () => {
  it("has no place for codings of what follows", () => {
    const store = newStore(beginning);
    expect(store.perform(apply(4, 25, "code-a"))).toMatchObject({ ok: false });
    expect(shown(store)).toEqual([]);
  });

  it("keeps what was coded in it when the whole takes its place", () => {
    const store = newStore(beginning);
    expect(store.perform(apply(4, 9, "code-a")).ok).toBe(true);
    store.take(document);
    expect(store.perform(apply(4, 25, "code-b")).ok).toBe(true);
    expect(shown(store)).toEqual(["4-25 code-b", "4-9 code-a"]);
    expect(store.inRow(0)).toHaveLength(2);
    expect(store.inRow(1)).toHaveLength(1);
  });
});

describe("the server's word", () => {
  it("does not repaint what was planned alike", () => {
    const store = newStore();
    const operation = apply(4, 9, "code-a");
    store.perform(operation);
    const row = vi.fn();
    store.subscribeRow(0, row);
    acknowledge(store, operation);
    expect(row).not.toHaveBeenCalled();
    expect(shown(store)).toEqual(["4-9 code-a"]);
  });

  it("replaces what was planned otherwise", () => {
    const store = newStore();
    const operation = apply(4, 9, "code-a");
    const planned = store.perform(operation);
    if (!planned.ok) throw new Error("refused");
    const codings = planned.after.codings.map((coding) => ({ ...coding, codeId: "code-z" }));
    store.settle({ id: operation.id, ok: true, seq: 1, change: { ...planned.after, codings } });
    expect(shown(store)).toEqual(["4-9 code-z"]);
  });

  it("takes a refused operation back, and keeps what was done on top as far as it stands", () => {
    const store = newStore();
    const refused = apply(4, 9, "code-a");
    const kept = apply(0, 3, "code-b");
    store.perform(refused);
    store.perform({
      id: freshId(),
      kind: "annotate",
      segmentId: refused.segmentId,
      changes: { memo: "m" },
      base: { memo: "" },
    });
    store.perform(kept);
    store.settle({ id: refused.id, ok: false, reason: "stale_version" });
    expect(shown(store)).toEqual(["0-3 code-b"]);
  });

  it("on another tab's operation is taken in", () => {
    const here = newStore();
    const there = newStore();
    const operation = apply(4, 9, "code-a");
    const planned = there.perform(operation);
    if (!planned.ok) throw new Error("refused");
    here.settle({ id: operation.id, ok: true, seq: 1, change: planned.after });
    expect(shown(here)).toEqual(shown(there));
  });
});

describe("undo", () => {
  it("restores what was, and redo what was undone", () => {
    const store = newStore();
    const operation = apply(4, 9, "code-a");
    store.perform(operation);
    const undo = { id: freshId(), kind: "undo" as const, eventId: operation.id };
    store.perform(undo);
    expect(shown(store)).toEqual([]);
    store.perform({ id: freshId(), kind: "undo", eventId: undo.id });
    expect(shown(store)).toEqual(["4-9 code-a"]);
  });

  it("of one event happens once", () => {
    const store = newStore();
    const operation = apply(4, 9, "code-a");
    store.perform(operation);
    store.perform({ id: freshId(), kind: "undo", eventId: operation.id });
    expect(store.perform({ id: freshId(), kind: "undo", eventId: operation.id })).toMatchObject({
      reason: "nothing_to_undo",
    });
  });

  it("that is refused can be tried again", () => {
    const store = newStore();
    const operation = apply(4, 9, "code-a");
    store.perform(operation);
    acknowledge(store, operation);
    const undo = { id: freshId(), kind: "undo" as const, eventId: operation.id };
    store.perform(undo);
    store.settle({ id: undo.id, ok: false, reason: "changed" });
    expect(shown(store)).toEqual(["4-9 code-a"]);
    expect(store.perform({ id: freshId(), kind: "undo", eventId: operation.id }).ok).toBe(true);
  });
});

describe("loading", () => {
  const segmentId = freshId();
  const payload = {
    versionId: VERSION,
    seq: 5,
    coders: [OTHER],
    codes: ["code-a"],
    segments: [[segmentId, 0, 9, 0, "personal", null, "", 1_700_000_000, null, [[freshId(), 0, 2]]]],
  } satisfies CodingsPayload;

  it("keeps what waits on top", () => {
    const store = newStore();
    store.perform(apply(4, 9, "code-b"));
    store.load(payload);
    expect(shown(store)).toEqual(["0-9 code-a", "4-9 code-b"]);
    expect(store.coders.map((coder) => coder.name)).toEqual([ME.name, OTHER.name]);
  });

  it("tells when a segment was made: as the server says, or now", () => {
    const store = newStore();
    store.load(payload);
    const operation = apply(4, 9, "code-b");
    store.perform(operation);
    acknowledge(store, operation);
    expect(store.madeAt(segmentId)).toBe(1_700_000_000_000);
    expect(store.madeAt(operation.segmentId)).toBe(NOW);
  });

  it("knows that nothing is hidden once the server says so, and no longer where a round begins to hide", () => {
    const store = newStore();
    expect(store.withheld).toEqual([]);
    store.load(payload);
    expect(store.withheld).toBeNull();
    store.load({ ...payload, withheld: [] });
    expect(store.withheld).toEqual([]);
  });

  it("resumes what an earlier visit left, though the server knows it already", () => {
    const store = newStore();
    const operation = apply(4, 9, "code-b");
    store.perform(operation);
    const again = newStore();
    again.load(payload);
    again.resume(operation);
    again.resume(operation);
    expect(shown(again)).toEqual(["0-9 code-a", "4-9 code-b"]);
  });

  it("leaves another coder's segment alone", () => {
    const store = newStore();
    store.load(payload);
    expect(store.perform({ id: freshId(), kind: "remove", segmentId })).toMatchObject({
      reason: "not_yours",
    });
  });
});
