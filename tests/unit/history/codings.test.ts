import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change, Operation } from "@/lib/domain/coding";
import { countRestore, planRestore, rowsAt } from "@/lib/domain/history";
import { Notebook } from "../coding/notebook";

const TEXT = "first you get people onto roofs, then the rest follows. そして";
const open = () => new Notebook(TEXT, new Map(["a", "b"].map((id) => [id, { retired: false }])));

/** A step in few places, so that steps meet each other often. */
const step = fc.record({
  kind: fc.constantFrom("apply", "uncode", "resize", "annotate", "remove", "undo"),
  actor: fc.constantFrom("ann", "ben"),
  code: fc.constantFrom("a", "b"),
  start: fc.constantFrom(0, 6, 10),
  length: fc.constantFrom(3, 5),
  which: fc.nat(20),
});
const script = fc.array(step, { maxLength: 24 });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function operationOf(book: Notebook, at: number, { kind, code, start, length, which }: Step): Operation {
  const id = `o${at}`;
  const range = { start, end: start + length, quote: TEXT.slice(start, start + length) };
  const made = [...book.segments.values()];
  const segment = made[which % Math.max(made.length, 1)];
  const segmentId = segment?.id ?? "none";
  switch (kind) {
    case "uncode": {
      const own = [...book.codings.values()].filter((coding) => coding.segmentId === segmentId);
      return { id, kind, segmentId, codingIds: own.slice(0, 1).map((coding) => coding.id) };
    }
    case "resize":
      return { id, kind, segmentId, ...range, base: { start: segment?.start ?? 0, end: segment?.end ?? 0 } };
    case "annotate":
      return { id, kind, segmentId, changes: { memo: id }, base: { memo: segment?.memo ?? "" } };
    case "remove":
      return { id, kind, segmentId };
    case "undo":
      return { id, kind, eventId: `o${which % Math.max(at, 1)}` };
    default: {
      const codings = [{ id: `${id}-${code}`, codeId: code }];
      return { id, kind: "apply", versionId: "v1", segmentId: `s${at}`, ...range, codings };
    }
  }
}

const stateOf = (book: Notebook): Change => ({
  segments: [...book.segments.values()],
  codings: [...book.codings.values()],
});

/** What is there to be seen, in a fixed order. */
function live({ segments, codings }: Change) {
  const seen = <Row extends { id: string; deleted: boolean }>(rows: readonly Row[]) =>
    rows.filter(({ deleted }) => !deleted).toSorted((a, b) => a.id.localeCompare(b.id));
  return { segments: seen(segments), codings: seen(codings) };
}

/** Every state on the way, and the events between them. */
function played(steps: readonly Step[]) {
  const book = open();
  const states = [stateOf(book)];
  const events: { before: Change }[] = [];
  steps.forEach((each, at) => {
    const done = book.perform(each.actor, operationOf(book, at, each));
    if (!done.ok) return;
    events.push(done);
    states.push(stateOf(book));
  });
  return { now: stateOf(book), states, events };
}

/** What becomes of the rows when the plan is carried out. */
function carriedOut(now: Change, after: Change): Change {
  const laid = <Row extends { id: string }>(rows: readonly Row[], over: readonly Row[]) => {
    const byId = new Map(over.map((row) => [row.id, row]));
    return rows.map((row) => byId.get(row.id) ?? row);
  };
  return { segments: laid(now.segments, after.segments), codings: laid(now.codings, after.codings) };
}

describe("rowsAt", () => {
  it("is what there was, at any moment between any operations", () => {
    fc.assert(
      fc.property(script, (steps) => {
        const { now, states, events } = played(steps);
        states.forEach((state, at) => {
          expect(live(rowsAt(now, events.slice(at)))).toEqual(live(state));
        });
      }),
    );
  });
});

describe("planRestore", () => {
  const moment = fc.tuple(script, fc.nat(24));

  it("brings back what there was; to now it is nothing, twice it is once, turned around it takes itself back", () => {
    fc.assert(
      fc.property(moment, ([steps, n]) => {
        const { now, states, events } = played(steps);
        const at = Math.min(n, events.length);
        const then = rowsAt(now, events.slice(at));
        const plan = planRestore(now, then);
        const restored = carriedOut(now, plan.after);
        expect(live(restored)).toEqual(live(states[at] ?? now));
        expect(planRestore(now, now).after).toEqual({ segments: [], codings: [] });
        expect(planRestore(restored, then).after).toEqual({ segments: [], codings: [] });
        expect(live(carriedOut(restored, plan.before))).toEqual(live(now));
      }),
    );
  });

  it("leaves a segment where its words are, if the text was corrected since", () => {
    const { now, events } = played([
      { kind: "apply", actor: "ann", code: "a", start: 0, length: 5, which: 0 },
      { kind: "annotate", actor: "ann", code: "a", start: 0, length: 5, which: 0 },
    ]);
    const moved = now.segments.map((row) => ({ ...row, versionId: "v2", start: 40, end: 45 }));
    const plan = planRestore({ ...now, segments: moved }, rowsAt(now, events.slice(1)));
    expect(plan.after.segments).toMatchObject([{ versionId: "v2", start: 40, end: 45, memo: "" }]);
  });

  it("leaves alone what was erased since, and what nothing is known of", () => {
    const { now, events } = played([
      { kind: "apply", actor: "ann", code: "a", start: 0, length: 5, which: 0 },
      { kind: "remove", actor: "ann", code: "a", start: 0, length: 5, which: 0 },
    ]);
    const then = rowsAt(now, events.slice(1));
    expect(planRestore({ segments: [], codings: [] }, then).after.segments).toEqual([]);
    expect(planRestore(now, { segments: [], codings: [] }).after.segments).toEqual([]);
  });
});

it("countRestore says what comes back, goes and changes, and whose", () => {
  const steps: Step[] = [
    { kind: "apply", actor: "ann", code: "a", start: 0, length: 5, which: 0 },
    { kind: "apply", actor: "ben", code: "a", start: 6, length: 3, which: 0 },
    { kind: "remove", actor: "ann", code: "a", start: 0, length: 5, which: 0 },
  ];
  const { now, events } = played(steps);
  const counts = countRestore(planRestore(now, rowsAt(now, events.slice(1))));
  expect(counts).toEqual({
    segments: { back: 1, gone: 1, changed: 0 },
    codings: { back: 1, gone: 1, changed: 0 },
    coders: new Map([
      ["ann", { back: 1, gone: 0, changed: 0 }],
      ["ben", { back: 0, gone: 1, changed: 0 }],
    ]),
  });
});
