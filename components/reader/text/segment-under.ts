import { rowAt } from "../model/document";
import type { Painted } from "../model/painted";
import type { ReaderSession } from "../model/session";
import { passes } from "../model/session";

/** The segments shown at an offset, the shortest first: a longer one can be pressed elsewhere. */
function segmentsOn(session: ReaderSession, offset: number): Painted[] {
  const filter = session.filter.get();
  return session.store
    .inRow(rowAt(session.document, offset)?.index ?? -1)
    .filter((segment) => segment.start <= offset && offset < segment.end && passes(filter, segment))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
}

/** The segment that a press on a run means: the shortest there; pressed again, the next longer one. */
export function segmentUnder(
  session: ReaderSession,
  { target, clientX, clientY }: Pick<MouseEvent, "target" | "clientX" | "clientY">,
): string | null {
  const run = target instanceof Element ? target.closest<HTMLElement>(".reader-run[data-start]") : null;
  if (!run) return null;
  const start = Number(run.dataset.start);
  const last = start + (run.textContent?.length ?? 1) - 1;
  // All words of a run lie under the same segments, but for a run of many.
  const pressed = run.dataset.many === undefined ? null : session.text.current?.offsetAt(clientX, clientY);
  const here = segmentsOn(session, Math.min(Math.max(pressed ?? start, start), last));
  const at = here.findIndex((segment) => segment.id === session.chosen.get());
  return here[(at + 1) % Math.max(here.length, 1)]?.id ?? null;
}

/** The segment that a menu at an offset is about: the one at hand, if it is there; else the shortest. */
export function segmentAt(session: ReaderSession, offset: number): string | null {
  const here = segmentsOn(session, offset);
  return (here.find(({ id }) => id === session.chosen.get()) ?? here[0])?.id ?? null;
}
