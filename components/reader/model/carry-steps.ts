import type { Change, SegmentState } from "@/lib/domain/coding";
import type { Placing } from "@/lib/domain/revision";
import { compareRanges, contextOf, type Range } from "@/lib/domain/segment";
import type { ReaderSession } from "./session";

type Sides = Pick<ReaderSession, "document" | "store" | "steps" | "passages" | "found">;

/**
 * Takes what can be undone along into a newer version: each event with its rows where they are there. What
 * has no certain place in it any more cannot be undone, nor what was done to the older version's passages.
 */
export function carrySteps(from: Sides, to: Sides, place: (range: Range) => Placing): void {
  const { versionId, text } = to.document;
  const move = (then: SegmentState): SegmentState | null => {
    const [old, now] = [from.store.segment(then.id), to.store.segment(then.id)];
    // It stood where the event left it: the server has moved it, and says where to.
    if (old && now && compareRanges(old, then) === 0) {
      const { start, end, quote, before, after } = now;
      return { ...then, versionId, start, end, quote, before, after };
    }
    const placed = place(then);
    return placed.ok ? { ...then, versionId, ...placed.range, ...contextOf(text, placed.range) } : null;
  };
  const carried = (id: string): boolean => {
    if (from.found.has(id)) {
      to.found.add(id);
      return true;
    }
    const event = from.store.events.get(id);
    const before = event && changeMoved(event.before, move);
    const after = event && changeMoved(event.after, move);
    if (!before || !after) return false;
    to.store.recall(id, { before, after }, from.store.isTakenBack(id));
    return true;
  };
  const { done, undone } = from.steps.get();
  to.steps.set({ done: done.filter(carried), undone: undone.filter(carried) });
}

/** Null where one of its segments has no place. */
function changeMoved(change: Change, move: (row: SegmentState) => SegmentState | null): Change | null {
  const segments = change.segments.map(move);
  return segments.every((row) => row !== null) ? { ...change, segments } : null;
}
