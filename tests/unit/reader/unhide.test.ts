import { expect, it } from "vitest";
import { type Filter, unhide } from "@/components/reader/model/session";
import { signal } from "@/components/ui/signal";
import { apply, newStore } from "./support";

it("shows all again where what was just coded would not be seen, and leaves what is shown otherwise", () => {
  const store = newStore();
  const operation = apply(0, 3, "code-a");
  store.perform(operation);
  const under = (shown: Filter) => {
    const filter = signal(shown);
    unhide({ filter, store }, operation.segmentId);
    return filter.get();
  };
  const all = { coderId: null, codeIds: null };
  const same = { coderId: null, codeIds: new Set(["code-a"]) };
  expect(under(same)).toBe(same);
  expect(under({ coderId: null, codeIds: new Set(["code-b"]) })).toEqual(all);
  expect(under({ coderId: "somebody else", codeIds: null })).toEqual(all);
});
