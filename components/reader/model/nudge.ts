import { move } from "../text/caret";
import { resize } from "./commands";
import type { ReaderSession } from "./session";

/** Moves one border of the segment at hand by a word. */
export function nudge(session: ReaderSession, border: "start" | "end", direction: 1 | -1): void {
  const chosen = session.chosen.get();
  const segment = chosen && session.store.segment(chosen);
  if (!segment) return;
  const { start, end } = segment;
  const moved = move(session.document, segment[border], "word", direction);
  // A border that goes right stops before the next word begins, or white space would be trimmed off again.
  const range =
    border === "start"
      ? { start: startAt(session, moved, direction), end }
      : { start, end: endAt(session, moved, direction) };
  if (range.start < range.end) resize(session, segment.id, range);
}

function startAt({ document }: ReaderSession, offset: number, direction: 1 | -1): number {
  if (direction < 0) return offset;
  const next = move(document, move(document, offset, "word", 1), "word", -1);
  return Math.max(next, offset);
}

function endAt({ document }: ReaderSession, offset: number, direction: 1 | -1): number {
  if (direction > 0) return offset;
  const previous = move(document, move(document, offset, "word", -1), "word", 1);
  return Math.min(previous, offset);
}
