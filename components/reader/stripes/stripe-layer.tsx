"use client";

import type { VirtualItem } from "@tanstack/react-virtual";
import { type CSSProperties, memo, type RefObject, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useCodingsOncePainted, useSession } from "../context";
import { shownIn } from "../model/shown";
import { useSignal } from "../model/signal";
import { blocksOf } from "./blocks";
import { StripeLabel } from "./label";
import { type Laid, Laying } from "./laying";
import { Pile } from "./pile";
import { lettersIn } from "./place";
import { Bracket } from "./stripe";
import { type Measured, useRowBoxes } from "./use-row-boxes";

/** Further lanes would leave no room for names. */
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
  return (
    // biome-ignore lint/a11y/useSemanticElements: what stands together beside the text, and no set of fields.
    <div
      role="group"
      aria-label={t("besideText")}
      className="reader-stripes"
      aria-hidden={compact ? true : undefined}
    >
      <div ref={margin} className="reader-margin">
        {measured && <Stripes measured={measured} compact={compact} />}
      </div>
    </div>
  );
});

/** What stands beside the paragraphs that were measured. Laid out once for each measurement, however often the text is. */
const Stripes = memo(function Stripes({ measured, compact }: { measured: Measured; compact: boolean }) {
  const session = useSession();
  const { byId: codes } = useSignal(session.codebook);
  const { marginWidth, version } = measured;
  const all = session.store.lanes().count();
  const most = compact ? MOST_LANES_COMPACT : MOST_LANES;
  const lanes = Math.min(all, most);
  const letters = compact ? 0 : lettersIn(marginWidth, lanes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` and `codes` stand for what is read of them.
  const look = useMemo(
    () => ({ most, crowded: all > MOST_LANES, letters }),
    [most, all, letters, version, codes],
  );
  const [laying] = useState(() => new Laying(session));
  const placed = useMemo(() => {
    const { items, boxes, filter } = measured;
    const paragraphs = items.flatMap(({ index, start: top }) => {
      const row = session.document.rows[index];
      const box = boxes.get(index);
      if (!row || !box) return [];
      return [{ index, start: row.start, end: row.end, box, top, bottom: top + box.bottom }];
    });
    const blocks = blocksOf(paragraphs, (index) => shownIn(session.store.inRow(index), filter));
    const laid = laying.lay(blocks, look);
    return blocks.map(({ beside: [first] }, at) => ({ first, laid: laid[at] }));
  }, [session, laying, measured, look]);
  return (
    <div style={{ "--lanes": lanes } as CSSProperties}>
      {placed.map(
        ({ first, laid }) => first && laid && <BlockStripes key={first.index} top={first.top} laid={laid} />,
      )}
    </div>
  );
});

/** What stands beside paragraphs that belong together moves with them as a whole. */
const BlockStripes = memo(function BlockStripes({ top, laid }: { top: number; laid: Laid }) {
  return (
    <div className="reader-beside" style={{ transform: `translateY(${top}px)` }}>
      <InBlock laid={laid} />
    </div>
  );
});

const InBlock = memo(function InBlock({ laid: { groups, stripes, labels } }: { laid: Laid }) {
  const t = useTranslations("reader");
  return (
    <>
      {stripes.map((stripe) => {
        if (stripe.piled)
          return <Pile key={stripe.id} stripe={stripe} piled={stripe.piled} groups={groups} />;
        const group = groups.get(stripe.id);
        return group && <Bracket key={stripe.id} group={group} stripe={stripe} />;
      })}
      {labels.map(({ group, top, more }) => (
        <StripeLabel
          key={group.id}
          group={group}
          top={top}
          more={more}
          moreName={more.length > 0 ? t("more", { count: more.length }) : ""}
        />
      ))}
    </>
  );
});
