import { choose, stepSegment } from "./commands";
import { segmentsAt } from "./reshape";
import { passes, type ReaderSession } from "./session";

type Way = 1 | -1;

/** The next segment at the place that one is at, round and round, the outer ones first. */
export function stepHere(session: ReaderSession, way: Way): void {
  const filter = session.filter.get();
  const here = segmentsAt(session).filter((segment) => passes(filter, segment));
  const at = here.findIndex(({ id }) => id === session.chosen.get());
  const next = at < 0 ? here.at(way > 0 ? 0 : -1) : here[(at + way + here.length) % here.length];
  // The caret stays, or the next step would be among others.
  if (next) choose(session, next.id);
}

/** The next segment with the first code of the one at hand. */
export function stepSameCode(session: ReaderSession, way: Way): void {
  const chosen = session.chosen.get();
  const codeIds = (chosen && session.store.paintedSegment(chosen)?.codeIds) || [];
  stepSegment(session, way, (segment) => codeIds.length === 0 || segment.codeIds.includes(codeIds[0] ?? ""));
}

/** The next segment of the coder of the one at hand. */
export function stepSameCoder(session: ReaderSession, way: Way): void {
  const chosen = session.chosen.get();
  const coderId = (chosen && session.store.paintedSegment(chosen)?.coderId) || session.frame.me.id;
  stepSegment(session, way, (segment) => segment.coderId === coderId);
}
