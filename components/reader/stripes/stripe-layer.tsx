"use client";

import type { VirtualItem } from "@tanstack/react-virtual";
import { memo, type RefObject, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { useCodingsOncePainted, useSession } from "../context";
import { lastAtOrBefore } from "../model/document";
import type { Painted } from "../model/painted";
import { passes, type ReaderSession } from "../model/session";
import { useSignal } from "../model/signal";
import { type Group, groupAlike, sameGroup } from "./group";
import { partStripes, pileStripes, placeLabels, type Stripe } from "./layout";
import { linesTaken } from "./lines";
import { runEnding, runStarting } from "./measure";
import { Pile } from "./pile";
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
/** Further lanes would leave no room for names; what goes beyond is piled up in the last one. */
const MOST_LANES = 6;
/** Where names stand under the words, the lanes are all that has room beside them. */
const MOST_LANES_COMPACT = 5;

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
export const StripeLayer = memo(function StripeLayer({ content, items, compact, width }: StripeLayerProps) {
  const t = useTranslations("reader");
  const session = useSession();
  const version = useCodingsOncePainted();
  const filter = useSignal(session.filter);
  const margin = useRef<HTMLDivElement>(null);
  const measured = useRowBoxes({ content, margin, items, filter, version, width });
  const most = compact ? MOST_LANES_COMPACT : MOST_LANES;
  const lanes = Math.min(session.store.lanes().count(), most);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for the store's content.
  const groups = useMemo(
    () => groupAlike(segmentsIn(session, items).filter((segment) => passes(filter, segment))),
    [session, items, filter, version],
  );
  const layout = useMemo(() => {
    const stripes = place(session, groups, items, measured, lanes);
    return {
      stripes: partStripes(pileStripes(stripes, most)),
      labels: compact ? [] : placeLabels(stripes, REACH),
    };
  }, [session, groups, items, measured, lanes, most, compact]);

  const byId = useMemo(() => new Map(groups.map((group) => [group.id, group])), [groups]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: what stands together beside the text, and no set of fields.
    <div
      role="group"
      aria-label={t("besideText")}
      className="reader-stripes"
      aria-hidden={compact ? true : undefined}
    >
      <div ref={margin} className="reader-margin" style={{ "--lanes": lanes } as React.CSSProperties}>
        {layout.stripes.map((stripe) => {
          if (stripe.piled)
            return <Pile key={stripe.id} stripe={stripe} piled={stripe.piled} groups={byId} />;
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
});

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
  const crowded = lanes.count() > MOST_LANES;
  const letters = room(marginWidth, laneCount);
  const measured = items.flatMap(({ index, start: top }) => {
    const row = rows[index];
    const box = boxes.get(index);
    return row && box ? [{ start: row.start, end: row.end, box, top, bottom: top + box.bottom }] : [];
  });
  const stripes = groups.flatMap((group): Stripe[] => {
    const [segment] = group.segments;
    // Of the paragraphs on the page the first and the last that it has a part in.
    const before = lastAtOrBefore(measured, segment.start);
    const from = (measured[before]?.end ?? 0) > segment.start ? measured[before] : measured[before + 1];
    const to = measured[lastAtOrBefore(measured, segment.end - 1)];
    if (!from || !to || from.start >= segment.end || to.end <= segment.start) return [];
    const begin = runStarting(from.box, segment.start) ?? from.box;
    const end = runEnding(to.box, segment.end) ?? to.box;
    return [
      {
        id: segment.id,
        top: from.top + begin.top + 3,
        bottom: to.top + end.bottom - 3,
        lane: lanes.of(segment),
        labelHeight: Math.max(SMALLEST, linesOf(session, group, letters) * LINE),
        bound: crowded ? from.bottom : undefined,
      },
    ];
  });
  return stripes.sort((a, b) => a.top - b.top || a.lane - b.lane);
}

/** How many letters of a name go on one line. */
function room(marginWidth: number, lanes: number): number {
  return Math.max(8, Math.floor((marginWidth - lanes * LANE - 14) / LETTER));
}

/** The lines that a group's names take, as they are shown: of the first few codes, none over more than three. */
function linesOf(session: ReaderSession, group: Group, letters: number): number {
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

/** While one scrolls thousands of segments are placed anew in every frame, and most were there in the frame before. */
const measuredLines = new WeakMap<
  Painted,
  { group: Group; letters: number; codes: object; several: boolean; lines: number }
>();
