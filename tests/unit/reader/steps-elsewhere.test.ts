import { describe, expect, it } from "vitest";
import { passageBook } from "@/components/passages/book";
import { signal } from "@/components/reader/model/signal";
import { dropStep, hearStep } from "@/components/reader/model/steps-elsewhere";
import { takeOwnSteps } from "@/components/reader/outbox/own-steps";
import { laidOver } from "@/components/reader/outbox/steps";
import type { InText } from "@/lib/domain/history";
import { apply, freshId, newStore } from "./support";

/** A window with the text open, in which these steps are known. */
function windowWith(done: string[] = [], undone: string[] = []) {
  return {
    store: newStore(),
    passages: passageBook(),
    found: new Set<string>(),
    steps: signal({ done, undone }),
  };
}
type Window = ReturnType<typeof windowWith>;

const told = (id: string, undoes: string | null = null, by: InText = "coding") => ({ id, undoes, by });

describe("a step made in another window", () => {
  it("is the one that undo comes to, and clears what could be done again", () => {
    const here = windowWith(["a"], ["not b"]);
    expect(hearStep(here, told("c"))).toBe(true);
    expect(here.steps.get()).toEqual({ done: ["a", "c"], undone: [] });
  });

  it("that takes back, or does again, what was done here moves it from the one to the other", () => {
    const here = windowWith(["a", "b"]);
    hearStep(here, told("not b", "b"));
    expect(here.steps.get()).toEqual({ done: ["a"], undone: ["not b"] });
    hearStep(here, told("b again", "not b"));
    expect(here.steps.get()).toEqual({ done: ["a", "b again"], undone: [] });
  });

  it("is taken in once, and not at all where it was made here or is about nothing known", () => {
    const here = windowWith(["a"]);
    const operation = apply(0, 3, "code-a");
    here.store.perform(operation);
    for (const each of [told("a"), told(operation.id), told("x", "long ago")])
      expect(hearStep(here, each)).toBe(false);
    expect(here.steps.get()).toEqual({ done: ["a"], undone: [] });
  });

  it("is taken back in its own way", () => {
    const here = windowWith();
    hearStep(here, told("tied", null, "passages"));
    hearStep(here, told("searched", null, "found"));
    expect(here.passages.events.has("tied")).toBe(true);
    expect(here.found.has("searched")).toBe(true);
  });

  it("keeps its place where the window that made it has gone on and kept that before it was heard of here", () => {
    const [kept, before, now] = [["a", "b", "c"], ["a"], ["a", "b"]].map((done) => ({ done, undone: [] }));
    if (!kept || !before || !now) throw new Error("three");
    expect(laidOver(kept, before, now)).toEqual(kept);
  });

  it("is dropped where another has taken it back", () => {
    const here = windowWith(["a", "b"]);
    expect(dropStep(here, "b")).toBe(true);
    expect(dropStep(here, "b")).toBe(false);
    expect(here.steps.get()).toEqual({ done: ["a"], undone: [] });
  });
});

describe("the steps that the server knows", () => {
  const [a, b, c, undoOfB] = [freshId(), freshId(), freshId(), freshId()];
  const row = (seq: number, id: string, undoes: string | null = null, by: InText = "coding") => ({
    ...{ id, seq, undoes, by },
  });
  const answering = (rows: unknown, meanwhile = () => {}) =>
    (async () => {
      meanwhile();
      return Response.json(rows);
    }) as typeof fetch;
  const take = (here: Window, rows: unknown, meanwhile?: () => void) =>
    takeOwnSteps(here, freshId(), answering(rows, meanwhile));

  it("are of all browsers, in the order in which they were made", async () => {
    const here = windowWith([a]);
    await take(here, [row(1, a), row(2, b), row(3, c, null, "found"), row(4, undoOfB, b)]);
    expect(here.steps.get()).toEqual({ done: [a, c], undone: [undoOfB] });
    expect(here.found.has(c)).toBe(true);
  });

  it("go without what was taken back elsewhere, and with what is not sent yet or done since", async () => {
    const here = windowWith([a, b]);
    const waiting = apply(0, 3, "code-a");
    here.store.perform(waiting);
    here.steps.update(({ done }) => ({ done: [...done, waiting.id], undone: [] }));
    const later = freshId();
    await take(here, [row(1, a), row(2, b), row(3, undoOfB, b)], () =>
      here.steps.update(({ done }) => ({ done: [...done, later], undone: [] })),
    );
    expect(here.steps.get()).toEqual({ done: [a, waiting.id, later], undone: [undoOfB] });
  });

  it("that cannot be had leave those that the browser kept", async () => {
    const here = windowWith([a]);
    await take(here, "nothing of the kind");
    await takeOwnSteps(here, freshId(), () => Promise.reject(new TypeError("no network")));
    expect(here.steps.get()).toEqual({ done: [a], undone: [] });
  });
});
