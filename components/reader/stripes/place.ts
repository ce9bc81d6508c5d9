import { lastAtOrBefore } from "../model/document";
import type { Painted } from "../model/painted";
import type { ReaderSession } from "../model/session";
import type { Block } from "./blocks";
import { type Group, sameGroup } from "./group";
import type { Stripe } from "./layout";
import { linesTaken } from "./lines";
import { runEnding, runStarting } from "./measure";

const LINE = 18;
/** The least height of what can be pressed, in pixels. */
const SMALLEST = 24;
/** Pixels of a letter of a label, about; three lines at most are given to a name. */
const LETTER = 7;
const MOST_NAMES = 3;
const LANE = 9;

/** What labels look like, and where stripes stand, beside what is in the paragraphs. */
export interface Look {
  /** How many lanes have room; what goes beyond is piled up in the last one. */
  most: number;
  /** Whether labels may go no further down than their paragraph. */
  crowded: boolean;
  /** How many letters of a name go on one line; 0 where there are no labels. */
  letters: number;
}

/** How many letters of a name go on one line. */
export function lettersIn(marginWidth: number, lanes: number): number {
  return Math.max(8, Math.floor((marginWidth - lanes * LANE - 14) / LETTER));
}

/** Where the groups of a block stand, by top, in pixels from its own. */
export function place(
  session: Pick<ReaderSession, "codes" | "store">,
  { beside, beginning, before }: Block,
  { crowded, letters }: Look,
): Stripe[] {
  const lanes = session.store.lanes();
  const origin = beside[0]?.top ?? 0;
  const stripes = [...before, ...beginning.flat()].flatMap((group): Stripe[] => {
    const [segment] = group.segments;
    // Of the paragraphs on the page the first and the last that it has a part in.
    const at = lastAtOrBefore(beside, segment.start);
    const from = (beside[at]?.end ?? 0) > segment.start ? beside[at] : beside[at + 1];
    const to = beside[lastAtOrBefore(beside, segment.end - 1)];
    if (!from || !to || from.start >= segment.end || to.end <= segment.start) return [];
    const begin = runStarting(from.box, segment.start) ?? from.box;
    const end = runEnding(to.box, segment.end) ?? to.box;
    return [
      {
        id: segment.id,
        top: from.top - origin + begin.top + 3,
        bottom: to.top - origin + end.bottom - 3,
        lane: lanes.of(segment),
        labelHeight: Math.max(SMALLEST, linesOf(session, group, letters) * LINE),
        bound: crowded ? from.bottom - origin : undefined,
      },
    ];
  });
  return stripes.sort((a, b) => a.top - b.top || a.lane - b.lane);
}

/** The lines that a group's names take, as they are shown: of the first few codes, none over more than three. */
function linesOf(session: Pick<ReaderSession, "codes" | "store">, group: Group, letters: number): number {
  const { segments } = group;
  const several = session.store.coders.length > 1;
  const known = measuredLines.get(segments[0]);
  if (known?.letters === letters && known.codes === session.codes && known.several === several)
    if (sameGroup(known.group, group)) return known.lines;
  const names = segments[0].codeIds.slice(0, MOST_NAMES).map((id) => session.codes.get(id)?.name ?? "");
  // Of each coder two initials, and the sign of a memo.
  const initials = several ? 3 * segments.length : 0;
  const mark = initials + (segments.some(({ hasMemo }) => hasMemo) ? 2 : 0);
  const lines = names.reduce(
    (sum, name, index) => sum + Math.min(3, linesTaken(name, letters, index === 0 ? mark : 0)),
    0,
  );
  measuredLines.set(segments[0], { group, letters, codes: session.codes, several, lines });
  return lines;
}

/** A change lays all of a block out anew, and most of its names are those that were there. */
const measuredLines = new WeakMap<
  Painted,
  { group: Group; letters: number; codes: object; several: boolean; lines: number }
>();
