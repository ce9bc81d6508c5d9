import { heardOf, timeAt } from "@/lib/domain/recording";
import type { Range } from "@/lib/domain/segment";
import { target } from "../model/commands";
import { turnAt } from "../model/document";
import type { ReaderSession } from "../model/session";

type Heard = Pick<ReaderSession, "document" | "player" | "timeline">;

/** Where what is meant by an offset was said: a label was not, and stands for the speech that it opens. */
function spokenAt({ document }: Heard, offset: number): number {
  return Math.max(offset, turnAt(document, offset)?.bodyStart ?? offset);
}

/** What of a range was said; of a label alone its turn. */
function spokenIn(session: Heard, range: Range): Range {
  const start = spokenAt(session, range.start);
  const end = start < range.end ? range.end : (turnAt(session.document, range.start)?.end ?? range.end);
  return { start, end };
}

/** Plays a range of the text, and stops at its end; answers whether anything is known of when it was said. */
export function hear(session: Heard, range: Range): boolean {
  const stretch = heardOf(session.timeline.get(), spokenIn(session, range));
  if (!stretch) return false;
  session.player.play(stretch.from / 1000, stretch.until === null ? null : stretch.until / 1000);
  return true;
}

/** Plays what is selected, or the segment at hand; else from the caret on. */
export function hearHere(session: ReaderSession): void {
  const range = target(session);
  if (range) hear(session, range);
  else hearFrom(session, session.text.current?.caret().focus ?? 0);
}

/** Plays from an offset on. */
function hearFrom(session: ReaderSession, offset: number): void {
  const ms = timeAt(session.timeline.get(), spokenAt(session, offset));
  if (ms !== null) session.player.play(ms / 1000);
}

/** Goes to where the text was pressed, while a recording is open and the person wants that. */
export function goToPressed(session: Heard & Pick<ReaderSession, "text">, x: number, y: number): void {
  const { player, text, timeline } = session;
  if (!player.recording.get() || !player.pressing.get()) return;
  const offset = text.current?.offsetAt(x, y) ?? null;
  const ms = offset === null ? null : timeAt(timeline.get(), spokenAt(session, offset));
  if (ms !== null) player.seek(ms / 1000);
}
