"use client";

import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useCodings, useSession } from "../context";
import type { Painted } from "../model/painted";
import { passes, type ReaderSession } from "../model/session";
import { useSignal } from "../model/signal";
import { type Group, groupAlike } from "./group";
import { type Label, partStripes, placeLabels, type Stripe } from "./layout";
import { measureRow, runEnding } from "./measure";
import { Bracket, StripeLabel } from "./stripe";

const LINE = 18;
/** The least height of what can be pressed, in pixels. */
const SMALLEST = 24;
/** Pixels of a letter of a label, about; three lines at most are given to a name. */
const LETTER = 7;
/** A label may stand this far below its stripe, in pixels; further off nobody could tell whose it is. */
const REACH = 64;
const MOST_NAMES = 3;
const LANE = 9;
/** Further lanes would leave no room for names; what goes beyond shares the last one. */
const MOST_LANES = 6;

interface StripeLayerProps {
  content: RefObject<HTMLElement | null>;
  shown: { first: number; last: number };
  compact: boolean;
  /** The height of the text: what it is laid out by has changed when this has. */
  size: number;
}

interface Layout {
  stripes: Stripe[];
  labels: Label[];
}

const EMPTY: Layout = { stripes: [], labels: [] };

/** Brackets with the codes' names beside the text, for the segments of the paragraphs on the page. */
export function StripeLayer({ content, shown, compact, size }: StripeLayerProps) {
  const session = useSession();
  const version = useCodings();
  const filter = useSignal(session.filter);
  const [layout, setLayout] = useState(EMPTY);
  const margin = useRef<HTMLDivElement>(null);
  const lanes = Math.min(session.store.lanes().count, MOST_LANES);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for the store's content.
  const groups = useMemo(
    () => groupAlike(segmentsIn(session, shown).filter((segment) => passes(filter, segment))),
    [session, shown, filter, version],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of size moves everything.
  useLayoutEffect(() => {
    if (!content.current) return;
    const stripes = measure(session, content.current, groups, room(margin.current, lanes));
    setLayout({ stripes, labels: compact ? [] : placeLabels(stripes, REACH) });
  }, [session, content, groups, compact, size, lanes]);

  const byId = useMemo(() => new Map(groups.map((group) => [group.id, group])), [groups]);
  return (
    <div className="reader-stripes" aria-hidden={compact ? true : undefined}>
      <div ref={margin} className="reader-margin" style={{ "--lanes": lanes } as React.CSSProperties}>
        {layout.stripes.map((stripe) => {
          const group = byId.get(stripe.id);
          return group && <Bracket key={stripe.id} group={group} stripe={stripe} />;
        })}
        {layout.labels.map((label) => {
          const group = byId.get(label.id);
          const more = label.more.flatMap((id) => byId.get(id) ?? []);
          return group && <StripeLabel key={label.id} group={group} top={label.top} more={more} />;
        })}
      </div>
    </div>
  );
}

function segmentsIn(session: ReaderSession, { first, last }: { first: number; last: number }): Painted[] {
  const found = new Set<Painted>();
  for (let row = first; row <= last; row += 1)
    for (const segment of session.store.inRow(row)) found.add(segment);
  return [...found];
}

/** Where the segments stand, as far as their paragraphs are on the page, by top. */
function measure(
  session: ReaderSession,
  content: HTMLElement,
  groups: readonly Group[],
  letters: number,
): Stripe[] {
  const { rows } = session.document;
  const lanes = session.store.lanes().of;
  const origin = content.getBoundingClientRect().top;
  const items = [...content.querySelectorAll<HTMLElement>(".reader-item[data-index]")]
    .map((element) => ({ element, index: Number(element.dataset.index) }))
    .sort((a, b) => a.index - b.index)
    .map(({ element, index }) => {
      const row = rows[index];
      const box = measureRow(element, session.store.inRow(index), session.filter.get());
      return { row, box, top: element.getBoundingClientRect().top - origin };
    });
  const stripes = groups.flatMap(({ segments: [segment] }): Stripe[] => {
    const inside = items.filter(({ row }) => row && row.start < segment.end && segment.start < row.end);
    const from = inside[0];
    const to = inside.at(-1);
    if (!from || !to) return [];
    const begin = from.box.runs.get(segment.start) ?? from.box;
    const end = runEnding(to.box, segment.end) ?? to.box;
    return [
      {
        id: segment.id,
        top: from.top + begin.top + 3,
        bottom: to.top + end.bottom - 3,
        lane: Math.min(lanes.get(segment.id) ?? 0, MOST_LANES - 1),
        labelHeight: Math.max(SMALLEST, linesOf(session, segment, letters) * LINE),
      },
    ];
  });
  return partStripes(stripes.sort((a, b) => a.top - b.top || a.lane - b.lane));
}

/** How many letters of a name go on one line. */
function room(margin: HTMLElement | null, lanes: number): number {
  return Math.max(8, Math.floor(((margin?.clientWidth ?? 160) - lanes * LANE - 14) / LETTER));
}

/** The lines that the names of a segment's codes take. */
function linesOf(session: ReaderSession, segment: Painted, letters: number): number {
  const names = segment.codeIds.slice(0, MOST_NAMES).map((id) => session.codes.get(id)?.name ?? "");
  return names.reduce((lines, name, index) => {
    const marks = index === 0 && session.store.coders.length > 1 ? 6 : 0;
    return lines + Math.min(3, Math.ceil((name.length + marks) / letters));
  }, 0);
}
