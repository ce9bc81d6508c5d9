import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldFor, READ_ALL, type ReadingFilter, runOf, unfolded } from "@/components/reader/model/fold";
import { signal } from "@/components/ui/signal";
import { apply, document, newStore } from "./support";

/** What reading by a filter asks of a visit. */
function visit() {
  const store = newStore();
  store.perform(apply(18, 28, "code-a"));
  return { document, store, filter: signal({ coderId: null, codeIds: null as ReadonlySet<string> | null }) };
}
const hidden = (wanted: Partial<ReadingFilter>, at = visit()) =>
  foldFor(at as unknown as Parameters<typeof foldFor>[0], { ...READ_ALL, ...wanted })?.hidden;

describe("what is folded away", () => {
  it("is nothing where all is read", () => {
    expect(hidden({})).toBeUndefined();
  });

  it("is what is not coded, or what is, by the codings that are shown", () => {
    expect(hidden({ coded: "coded" })).toEqual([true, false, true]);
    expect(hidden({ coded: "uncoded" })).toEqual([false, true, false]);
    const at = visit();
    at.filter.set({ coderId: null, codeIds: new Set(["code-b"]) });
    expect(hidden({ coded: "coded" }, at)).toEqual([true, true, true]);
  });

  it("is what somebody else says, or what answers another question", () => {
    expect(hidden({ speaker: "Mori" })).toEqual([true, false, true]);
    expect(hidden({ question: "i.1" })).toEqual([true, false, true]);
    expect(hidden({ speaker: "Interviewer", question: "i.1" })).toEqual([true, true, true]);
  });

  it("comes out run by run, each paragraph once", () => {
    const rows = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.nat(11), (away, at) => {
        let fold: ReturnType<typeof unfolded> = null;
        const many = { ...document, rows: away.map((_, index) => ({ ...document.rows[0], index })) };
        const inRow = (index: number) => (away[index] ? [] : [{ coderId: "", codeIds: [] }]);
        const session = { document: many, store: { inRow }, filter: visit().filter };
        fold = foldFor(session as unknown as Parameters<typeof foldFor>[0], { ...READ_ALL, coded: "coded" });
        expect([...(fold?.runs.values() ?? [])].reduce((sum, count) => sum + count, 0)).toBe(
          away.filter(Boolean).length,
        );
        const first = runOf(fold, at);
        const next = unfolded(fold, at);
        expect(runOf(next, at)).toBe(-1);
        if (first < 0) expect(next).toBe(fold);
        else expect(next?.count ?? 0).toBe((fold?.count ?? 0) - (fold?.runs.get(first) ?? 0));
      }),
    );
  });
});
