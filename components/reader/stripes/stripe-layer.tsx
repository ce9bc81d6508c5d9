"use client";

import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import { useCodings, useSession } from "../context";
import type { Painted } from "../model/painted";
import { passes, type ReaderSession } from "../model/session";
import { useSignal } from "../model/signal";
import { type Label, placeLabels, type Stripe } from "./layout";
import { measureRow, runEnding } from "./measure";
import { Bracket, StripeLabel } from "./stripe";

const LINE = 18;
/** A label may stand this far below its stripe, in pixels; further off nobody could tell whose it is. */
const REACH = 64;
const MOST_NAMES = 3;
export const LANE = 9;
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
  const lanes = Math.min(session.store.lanes().count, MOST_LANES);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for the store's content.
  const segments = useMemo(
    () => segmentsIn(session, shown).filter((segment) => passes(filter, segment)),
    [session, shown, filter, version],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of size moves everything.
  useLayoutEffect(() => {
    if (!content.current) return;
    const stripes = measure(session, content.current, segments);
    setLayout({ stripes, labels: compact ? [] : placeLabels(stripes, REACH) });
  }, [session, content, segments, compact, size]);

  const byId = useMemo(() => new Map(segments.map((segment) => [segment.id, segment])), [segments]);
  return (
    <div className="reader-stripes" aria-hidden={compact ? true : undefined}>
      <div className="reader-margin" style={{ "--lanes": lanes } as React.CSSProperties}>
        {layout.stripes.map((stripe) => {
          const segment = byId.get(stripe.id);
          return segment && <Bracket key={stripe.id} segment={segment} stripe={stripe} />;
        })}
        {layout.labels.map((label) => {
          const segment = byId.get(label.id);
          const more = label.more.flatMap((id) => byId.get(id) ?? []);
          return segment && <StripeLabel key={label.id} segment={segment} top={label.top} more={more} />;
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
function measure(session: ReaderSession, content: HTMLElement, segments: readonly Painted[]): Stripe[] {
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
  const stripes = segments.flatMap((segment): Stripe[] => {
    const inside = items.filter(({ row }) => row && row.start < segment.end && segment.start < row.end);
    const from = inside[0];
    const to = inside.at(-1);
    if (!from || !to) return [];
    const begin = from.box.runs.get(segment.start) ?? from.box;
    const end = runEnding(to.box, segment.end) ?? to.box;
    const names = Math.min(segment.codeIds.length, MOST_NAMES);
    return [
      {
        id: segment.id,
        top: from.top + begin.top + 3,
        bottom: to.top + end.bottom - 3,
        lane: Math.min(lanes.get(segment.id) ?? 0, MOST_LANES - 1),
        labelHeight: names * LINE,
      },
    ];
  });
  return stripes.sort((a, b) => a.top - b.top || a.lane - b.lane);
}
