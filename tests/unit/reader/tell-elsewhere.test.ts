import { describe, expect, it } from "vitest";
import type { Saying, TextView } from "@/components/reader/model/session";
import { watchPlace } from "@/components/reader/model/tell-elsewhere";
import { signal } from "@/components/ui/signal";
import { apply, newStore } from "./support";

/** Somebody with the caret in the second word, who is told what the same store comes to hold meanwhile. */
function at(focused: boolean) {
  const store = newStore();
  const text = { caret: () => ({ anchor: 6, focus: 6 }), focused: () => focused } as Partial<TextView>;
  const codes = new Map([["code-a", { name: "Rivers" }]]);
  return {
    ...{ store, codes: codes as never, saying: signal<Saying | null>(null) },
    ...{ chosen: signal<string | null>(null), selection: signal(null) },
    text: { current: text as TextView },
  };
}

describe("what others do at the place where one is", () => {
  it("is told with who did it, as it comes and as it goes", () => {
    const session = at(true);
    const operation = apply(4, 9, "code-a");
    const came = watchPlace(session);
    session.store.perform(operation);
    came();
    expect(session.saying.get()).toMatchObject({
      key: "elsewhere.coded",
      values: { coder: "Aiko", codes: "Rivers" },
    });
    const went = watchPlace(session);
    const removed = { id: operation.id.replace(/.$/, "f"), kind: "remove", segmentId: operation.segmentId };
    expect(session.store.perform(removed as never).ok).toBe(true);
    went();
    expect(session.saying.get()).toMatchObject({ key: "elsewhere.uncoded", values: { codes: "Rivers" } });
  });

  it("is not told where it is elsewhere, nor to those who are at no place", () => {
    for (const session of [at(true), at(false)]) {
      const tell = watchPlace(session);
      session.store.perform(session.text.current.focused() ? apply(22, 32, "code-a") : apply(4, 9, "code-a"));
      tell();
      expect(session.saying.get()).toBeNull();
    }
  });
});
