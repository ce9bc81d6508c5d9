import { rowAt } from "../model/document";
import type { ReaderSession } from "../model/session";
import { passes } from "../model/session";

/**
 * The segment that a press on a run means: the shortest there, since a longer one can be pressed
 * elsewhere; pressed again, the next longer one.
 */
export function segmentUnder(session: ReaderSession, target: EventTarget | null): string | null {
  const run = target instanceof Element ? target.closest<HTMLElement>(".reader-run[data-start]") : null;
  if (!run) return null;
  const offset = Number(run.dataset.start);
  const row = rowAt(session.document, offset);
  const filter = session.filter.get();
  const here = session.store
    .inRow(row?.index ?? -1)
    .filter((segment) => segment.start <= offset && offset < segment.end && passes(filter, segment))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const at = here.findIndex((segment) => segment.id === session.chosen.get());
  return here[(at + 1) % Math.max(here.length, 1)]?.id ?? null;
}
