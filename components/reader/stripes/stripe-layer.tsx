"use client";

import type { VirtualItem } from "@tanstack/react-virtual";
import { type RefObject, useMemo, useRef } from "react";
import { useCodingsOncePainted, useSession } from "../context";
import type { Painted } from "../model/painted";
import { passes, type ReaderSession } from "../model/session";
import { useSignal } from "../model/signal";
import { type Group, groupAlike } from "./group";
import { partStripes, placeLabels, type Stripe } from "./layout";
import { runEnding } from "./measure";
import { Bracket, StripeLabel } from "./stripe";
import { type Measured, useRowBoxes } from "./use-row-boxes";

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
  /** The paragraphs on the page, and where each of them stands. */
  items: readonly VirtualItem[];
  compact: boolean;
  /** The width of the text pane, in pixels. */
  width: number;
}

/**
 * Brackets with the codes' names beside the text, for the segments of the paragraphs on the page. The words coded are
 * painted first: a bracket stands where they stand, so it would have the page laid out twice in their frame.
 */
export function StripeLayer({ content, items, compact, width }: StripeLayerProps) {
  const session = useSession();
  const version = useCodingsOncePainted();
  const filter = useSignal(session.filter);
  const margin = useRef<HTMLDivElement>(null);
  const measured = useRowBoxes({ content, margin, items, filter, version, width });
  const lanes = Math.min(session.store.lanes().count(), MOST_LANES);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for the store's content.
  const groups = useMemo(
    () => groupAlike(segmentsIn(session, items).filter((segment) => passes(filter, segment))),
    [session, items, filter, version],
  );
  const layout = useMemo(() => {
    const stripes = place(session, groups, items, measured, lanes);
    return { stripes, labels: compact ? [] : placeLabels(stripes, REACH) };
  }, [session, groups, items, measured, lanes, compact]);

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

function segmentsIn(session: ReaderSession, items: readonly VirtualItem[]): Painted[] {
  const found = new Set<Painted>();
  for (const { index } of items) for (const segment of session.store.inRow(index)) found.add(segment);
  return [...found];
}

/** Where the segments stand, as far as their paragraphs are on the page and measured, by top. */
function place(
  session: ReaderSession,
  groups: readonly Group[],
  items: readonly VirtualItem[],
  { boxes, marginWidth }: Measured,
  laneCount: number,
): Stripe[] {
  const { rows } = session.document;
  const lanes = session.store.lanes();
  const letters = room(marginWidth, laneCount);
  const measured = items.flatMap(({ index, start }) => {
    const row = rows[index];
    const box = boxes.get(index);
    return row && box ? [{ row, box, top: start }] : [];
  });
  const stripes = groups.flatMap(({ segments: [segment] }): Stripe[] => {
    const inside = measured.filter(({ row }) => row.start < segment.end && segment.start < row.end);
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
        lane: Math.min(lanes.of(segment), MOST_LANES - 1),
        labelHeight: Math.max(SMALLEST, linesOf(session, segment, letters) * LINE),
      },
    ];
  });
  return partStripes(stripes.sort((a, b) => a.top - b.top || a.lane - b.lane));
}

/** How many letters of a name go on one line. */
function room(marginWidth: number, lanes: number): number {
  return Math.max(8, Math.floor((marginWidth - lanes * LANE - 14) / LETTER));
}

/** The lines that the names of a segment's codes take. */
function linesOf(session: ReaderSession, segment: Painted, letters: number): number {
  const names = segment.codeIds.slice(0, MOST_NAMES).map((id) => session.codes.get(id)?.name ?? "");
  return names.reduce((lines, name, index) => {
    const marks = index === 0 && session.store.coders.length > 1 ? 6 : 0;
    return lines + Math.min(3, Math.ceil((name.length + marks) / letters));
  }, 0);
}
