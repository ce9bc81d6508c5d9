import { describe, expect, it } from "vitest";
import { placeAtHand } from "@/components/reader/model/reshape";
import type { TextView } from "@/components/reader/model/session";
import { signal } from "@/components/ui/signal";
import { apply, newStore } from "./support";

/** A segment over the first word at hand, and the caret behind the second one. */
function at({ inText, words = null }: { inText: boolean; words?: { start: number; end: number } | null }) {
  const store = newStore();
  const operation = apply(0, 3, "code-a");
  store.perform(operation);
  const text = { caret: () => ({ anchor: 9, focus: 9 }), focused: () => inText } as Partial<TextView>;
  return {
    ...{ store, chosen: signal<string | null>(operation.segmentId), selection: signal(words) },
    text: { current: text as TextView },
  };
}

describe("the place that one is at", () => {
  it("is the caret for those who are in the text, wherever the segment at hand lies", () => {
    expect(placeAtHand(at({ inText: true }))).toEqual({ start: 9, end: 9 });
  });

  it("is the segment at hand for those who see no caret", () => {
    expect(placeAtHand(at({ inText: false }))).toMatchObject({ start: 0, end: 3 });
  });

  it("is what is selected before both", () => {
    const words = { start: 4, end: 9 };
    expect(placeAtHand(at({ inText: true, words }))).toEqual(words);
  });
});
