import { describe, expect, it } from "vitest";
import type { CodingStore } from "@/components/reader/model/coding-store";
import type { Heard } from "@/components/reader/model/store-terms";
import type { Change, Operation } from "@/lib/domain/coding";
import { apply, freshId, ME, newStore, OTHER, VERSION } from "./support";

// What others did, and what one did oneself, told in whatever order answers and events come.

const shown = (store: CodingStore) =>
  store.ordered().map(({ start, end, codeIds }) => `${start}-${end} ${codeIds.join("+")}`);

function told(id: string, seq: number, change: Change, coder = ME): Heard {
  const segments = change.segments.map(({ quote: _, before: _before, after: _after, ...row }) => row);
  return { id, seq, coder, rows: { segments, codings: change.codings } };
}

/** Somebody else's coding, as the server tells of it. */
function others(seq: number, start: number, end: number, code = "code-a"): Heard {
  const theirs = newStore();
  const operation = apply(start, end, code);
  const planned = theirs.perform(operation);
  if (!planned.ok) throw new Error(planned.reason);
  const mine = <Row extends { coderId: string }>(row: Row) => ({ ...row, coderId: OTHER.id });
  const { segments, codings } = planned.after;
  return told(operation.id, seq, { segments: segments.map(mine), codings: codings.map(mine) }, OTHER);
}

function perform(store: CodingStore, operation: Operation): Change {
  const planned = store.perform(operation);
  if (!planned.ok) throw new Error(planned.reason);
  return planned.after;
}

describe("somebody else's coding", () => {
  it("is shown with its words and its coder, and one's own that wait stay laid over it", () => {
    const store = newStore();
    perform(store, apply(4, 9, "code-b"));
    const heard = others(7, 22, 32);
    store.hear([heard]);
    expect(shown(store)).toEqual(["4-9 code-b", "22-32 code-a"]);
    const [segment] = heard.rows.segments;
    expect(store.segment(segment?.id ?? "")).toMatchObject({ coderId: OTHER.id, quote: "rivers ran" });
    expect(store.coders).toEqual([ME, OTHER]);
  });

  it("heard twice, or after what followed on it, is as if heard once and in order", () => {
    const once = others(7, 22, 32);
    const [segment] = once.rows.segments;
    if (!segment) throw new Error("no segment");
    const removed: Heard = {
      ...{ ...once, id: freshId(), seq: 8 },
      rows: {
        segments: [{ ...segment, deleted: true }],
        codings: once.rows.codings.map((row) => ({ ...row, deleted: true })),
      },
    };
    for (const order of [
      [once, removed],
      [removed, once],
      [once, once, removed, once],
    ]) {
      const store = newStore();
      for (const each of order) store.hear([each]);
      expect(shown(store)).toEqual([]);
    }
  });

  it("that the state from the server has already is not heard again", () => {
    const store = newStore();
    store.load({ versionId: VERSION, seq: 9, coders: [], codes: [], segments: [] });
    store.hear([others(9, 22, 32)].map((each) => ({ ...each, seq: 8 })));
    expect(shown(store)).toEqual([]);
  });
});

describe("one's own operation", () => {
  it("settles once, whether its event or its answer comes first", () => {
    for (const first of ["event", "answer"]) {
      const store = newStore();
      const operation = apply(4, 9, "code-a");
      const after = perform(store, operation);
      const steps = [
        () => store.hear([told(operation.id, 5, after)]),
        () => store.settle({ id: operation.id, ok: true, seq: 5, change: after }),
      ];
      for (const step of first === "event" ? steps : steps.toReversed()) step();
      expect(shown(store)).toEqual(["4-9 code-a"]);
      const undoing = { id: freshId(), kind: "undo" as const, eventId: operation.id };
      expect(store.perform(undoing)).toMatchObject({ ok: true });
      expect(shown(store)).toEqual([]);
    }
  });

  it("an undo whose event comes before its answer stays taken back", () => {
    const store = newStore();
    const operation = apply(4, 9, "code-a");
    const after = perform(store, operation);
    store.settle({ id: operation.id, ok: true, seq: 5, change: after });
    const undoing = { id: freshId(), kind: "undo" as const, eventId: operation.id };
    const taken = perform(store, undoing);
    store.hear([told(undoing.id, 6, taken)]);
    expect([shown(store), store.isTakenBack(operation.id)]).toEqual([[], true]);
    store.settle({ id: undoing.id, ok: true, seq: 6, change: taken });
    expect([shown(store), store.isTakenBack(operation.id)]).toEqual([[], true]);
  });

  it("an answer that comes after a later event of the same row does not go over it", () => {
    const store = newStore();
    const operation = apply(4, 9, "code-a");
    const after = perform(store, operation);
    const later = { ...after, segments: after.segments.map((row) => ({ ...row, memo: "Later" })) };
    store.hear([told(operation.id, 5, after), told(freshId(), 6, later)]);
    store.settle({ id: operation.id, ok: true, seq: 5, change: after });
    expect(store.segment(operation.segmentId)?.memo).toBe("Later");
  });

  it("is heard from another browser of one's own", () => {
    const elsewhere = newStore();
    const operation = apply(4, 9, "code-a");
    const store = newStore();
    store.hear([told(operation.id, 5, perform(elsewhere, operation))]);
    expect(store.ownSegmentAt(4, 9)?.id).toBe(operation.segmentId);
  });
});

it("a state read anew takes away what is there no longer, but nothing of a later event", () => {
  const store = newStore();
  store.hear([others(3, 4, 9), others(8, 22, 32)]);
  store.load({ versionId: VERSION, seq: 5, coders: [], codes: [], segments: [] });
  expect(shown(store)).toEqual(["22-32 code-a"]);
});
