import { describe, expect, it } from "vitest";
import { passageBook } from "@/components/passages/book";
import { carrySteps } from "@/components/reader/model/carry-steps";
import { CodingStore } from "@/components/reader/model/coding-store";
import { buildDocument } from "@/components/reader/model/document";
import { memoryStorage } from "@/components/reader/outbox/memory-storage";
import { loadSteps, saveSteps } from "@/components/reader/outbox/steps";
import { signal } from "@/components/ui/signal";
import type { Operation } from "@/lib/domain/coding";
import { placer } from "@/lib/domain/revision";
import { apply, freshId, ME, NOW, payload, TEXT } from "./support";

const [ONE, TWO] = [freshId(), freshId()];
const NEWER = "00000000-0000-4000-8000-0000000000fe";

/** What a visit holds of codings and of steps, on a version that says `text`. */
function visit(text: string, versionId: string) {
  const document = buildDocument({ ...payload, turns: [], passages: [], versionId, text });
  const code = () => ({ retired: false });
  const store = new CodingStore(document, {
    ...{ me: ME, setsPermissions: false, revision: 3, code },
    now: () => NOW,
  });
  return {
    document,
    store,
    passages: passageBook(),
    found: new Set<string>(),
    steps: signal({ done: [] as string[], undone: [] as string[] }),
  };
}
type Visit = ReturnType<typeof visit>;

/** Does it as a step, which the server takes. */
function step({ store, steps }: Visit, operation: Operation): string {
  const planned = store.perform(operation);
  if (!planned.ok) throw new Error(planned.reason);
  store.settle({ id: operation.id, ok: true, seq: 1, change: planned.after });
  steps.update(({ done }) => ({ done: [...done, operation.id], undone: [] }));
  return operation.id;
}

const undo = ({ store }: Visit, eventId: string) => store.perform({ id: freshId(), kind: "undo", eventId });

/** The live codings as the server sends them for a text that begins with `shift` more code units. */
function sent(store: CodingStore, shift: number): Parameters<CodingStore["load"]>[0] {
  const segments = store.ordered().flatMap(({ id }) => store.segment(id) ?? []);
  const codes = [ONE, TWO];
  return {
    versionId: NEWER,
    seq: 1,
    coders: [ME],
    codes,
    segments: segments.map(({ id, start, end, stance, permission, memo, certainty }) => [
      ...([id, start + shift, end + shift, 0] as const),
      ...([stance, permission, memo, NOW / 1000, certainty] as const),
      store
        .codingsOf(id)
        .map((coding): [string, number, number] => [
          coding.id,
          codes.indexOf(coding.codeId),
          coding.revision,
        ]),
    ]),
  } as Parameters<CodingStore["load"]>[0];
}

describe("going on to a newer version", () => {
  const AHEAD = "川 🌊 \n";

  /** Codes, moves, takes a code off and removes; then the text gets longer at its beginning. */
  function went() {
    const old = visit(TEXT, payload.versionId);
    const [first, second] = [apply(4, 9, ONE, TWO), apply(22, 32, ONE)];
    const ids = [step(old, first), step(old, second)];
    const { segmentId } = first;
    const [, taken] = first.codings;
    ids.push(step(old, { id: freshId(), kind: "uncode", segmentId, codingIds: [taken?.id ?? ""] }));
    ids.push(step(old, { id: freshId(), kind: "remove", segmentId: second.segmentId }));
    const text = AHEAD + TEXT;
    const now = visit(text, NEWER);
    now.store.load(sent(old.store, AHEAD.length));
    carrySteps(old, now, placer(TEXT, text).place);
    return { now, ids, first, second, old };
  }

  it("everything can be undone there, step by step, where the words are now", () => {
    const { now, ids, first, second } = went();
    expect(now.steps.get().done).toEqual(ids);
    for (const id of ids.toReversed().slice(0, 2)) expect(undo(now, id)).toMatchObject({ ok: true });
    expect(now.store.segment(second.segmentId)).toMatchObject({
      ...{ versionId: NEWER, quote: TEXT.slice(22, 32) },
      ...{ start: 22 + AHEAD.length, end: 32 + AHEAD.length },
    });
    expect(
      now.store
        .codingsOf(first.segmentId)
        .map(({ codeId }) => codeId)
        .sort(),
    ).toEqual([ONE, TWO]);
    for (const id of ids.toReversed().slice(2)) expect(undo(now, id)).toMatchObject({ ok: true });
    expect(now.store.ordered()).toEqual([]);
  });

  it("what has no certain place there is no step any more, nor what was done to passages; what a search did is", () => {
    const { old, ids } = went();
    const searched = freshId();
    old.found.add(searched);
    old.passages.events.add(freshId());
    old.steps.update(({ done }) => ({ done: [...done, ...old.passages.events, searched], undone: [] }));
    const text = TEXT.replace("rivers ran; 川", "streams; 川");
    const now = visit(text, NEWER);
    carrySteps(old, now, placer(TEXT, text).place);
    expect(now.steps.get().done).toEqual([ids[0], ids[2], searched]);
  });

  it("a reload after it knows the same steps, those of passages and of searches too", async () => {
    const { now, ids, second } = went();
    const storage = memoryStorage();
    const [tied, searched] = [freshId(), freshId()];
    now.passages.events.add(tied);
    now.found.add(searched);
    now.steps.update(({ done }) => ({ done: [...done, tied, searched], undone: [] }));
    const around = (each: Visit) => each as unknown as Parameters<typeof saveSteps>[0];
    await saveSteps(around(now), storage, "box");
    // The steps that came along are not taken up once more.
    await loadSteps(around(now), storage, "box");
    expect(now.steps.get().done).toEqual([...ids, tied, searched]);

    const later = visit(now.document.text, NEWER);
    later.store.load(sent(now.store, 0));
    await loadSteps(around(later), storage, "box");
    expect(later.steps.get().done).toEqual([...ids, tied, searched]);
    expect(later.passages.events.has(tied)).toBe(true);
    expect(later.found.has(searched)).toBe(true);
    // What was removed is not among what the server sends, and comes back all the same.
    expect(undo(later, ids.at(-1) ?? "")).toMatchObject({ ok: true });
    expect(later.store.segment(second.segmentId)).toMatchObject({ quote: TEXT.slice(22, 32) });
  });

  it("of two tabs neither loses the other's steps, nor brings back what the other took back", async () => {
    const storage = memoryStorage();
    const around = (each: Visit) => each as unknown as Parameters<typeof saveSteps>[0];
    const [first, second] = [visit(TEXT, NEWER), visit(TEXT, NEWER)];
    const kept = async () => {
      const later = visit(TEXT, NEWER);
      await loadSteps(around(later), storage, "box");
      return later.steps.get();
    };
    const done = async (tab: Visit, id: string) => {
      tab.steps.update(({ done }) => ({ done: [...done, id], undone: [] }));
      await saveSteps(around(tab), storage, "box");
    };
    const takenBack = async (tab: Visit, id: string) => {
      tab.steps.update(({ done, undone }) => ({
        done: done.filter((each) => each !== id),
        undone: [...undone, `not ${id}`],
      }));
      await saveSteps(around(tab), storage, "box");
    };
    await done(first, "a");
    await done(first, "b");
    await loadSteps(around(second), storage, "box");
    await done(second, "c");
    await done(first, "d");
    expect(await kept()).toEqual({ done: ["a", "b", "c", "d"], undone: [] });
    await takenBack(second, "c");
    await done(first, "e");
    await takenBack(first, "b");
    expect(await kept()).toEqual({ done: ["a", "d", "e"], undone: ["not c", "not b"] });
  });
});
