"use client";

import { type CSSProperties, memo } from "react";
import { useTranslations } from "use-intl";
import { Popover } from "@/components/ui/popover";
import { useSession } from "../context";
import { choose } from "../model/commands";
import type { Painted } from "../model/painted";
import type { ReaderSession } from "../model/session";
import { useSelected } from "../model/signal";
import type { Stripe } from "./layout";

const MOST_NAMES = 3;

function hueOf(session: ReaderSession, codeId: string | undefined): string {
  return `var(--color-hue-${session.codes.get(codeId ?? "")?.hue ?? 0})`;
}

/** The hues of a segment's codes, one below the other. */
function spine(session: ReaderSession, segment: Painted): string {
  const hues = segment.codeIds.map((id) => hueOf(session, id));
  const stops = hues.flatMap((hue, index) => [
    `${hue} ${(index / hues.length) * 100}%`,
    `${hue} ${((index + 1) / hues.length) * 100}%`,
  ]);
  return `linear-gradient(${stops.join(", ")})`;
}

/** The bracket that shows how far a segment reaches. */
export const Bracket = memo(function Bracket({ segment, stripe }: { segment: Painted; stripe: Stripe }) {
  const session = useSession();
  const active = useSelected(session.chosen, (id) => id === segment.id);
  const hovered = useSelected(session.hovered, (id) => id === segment.id);
  const looks = {
    top: stripe.top,
    height: Math.max(stripe.bottom - stripe.top, 8),
    "--lane": stripe.lane,
    "--spine": spine(session, segment),
    "--first": hueOf(session, segment.codeIds[0]),
    "--last": hueOf(session, segment.codeIds.at(-1)),
  } as CSSProperties;
  return (
    // biome-ignore lint/a11y: for the mouse alone; the label beside it is a button, and j and k step through all.
    <div
      className="reader-bracket"
      style={looks}
      data-active={active ? "" : undefined}
      data-hovered={hovered ? "" : undefined}
      onClick={() => choose(session, segment.id, false)}
      onMouseEnter={() => session.hovered.set(segment.id)}
      onMouseLeave={() => session.hovered.set(null)}
    />
  );
});

interface StripeLabelProps {
  segment: Painted;
  top: number;
  /** Segments beside which there was no room for their own. */
  more: readonly Painted[];
}

/** The names of a segment's codes; pressing them makes it the segment at hand. */
export const StripeLabel = memo(function StripeLabel({ segment, top, more }: StripeLabelProps) {
  const t = useTranslations("reader");
  const session = useSession();
  return (
    <div className="reader-label" style={{ top }}>
      <LabelButton segment={segment} />
      {more.length > 0 && (
        <Popover
          label={t("moreHere")}
          trigger={
            <button type="button" className="reader-more" aria-label={t("more", { count: more.length })}>
              +{more.length}
            </button>
          }
        >
          <ul className="grid gap-1">
            {more.map((each) => (
              <li key={each.id}>
                <LabelButton segment={each} />
                <p className="line-clamp-2 text-faint text-sm">{session.store.segment(each.id)?.quote}</p>
              </li>
            ))}
          </ul>
        </Popover>
      )}
    </div>
  );
}, sameLabel);

function sameLabel(a: StripeLabelProps, b: StripeLabelProps): boolean {
  if (a.segment !== b.segment || a.top !== b.top || a.more.length !== b.more.length) return false;
  return a.more.every((each, index) => each === b.more[index]);
}

function LabelButton({ segment }: { segment: Painted }) {
  const t = useTranslations("reader");
  const session = useSession();
  const active = useSelected(session.chosen, (id) => id === segment.id);
  const hovered = useSelected(session.hovered, (id) => id === segment.id);
  const rest = segment.codeIds.length - MOST_NAMES;
  return (
    <button
      type="button"
      className="reader-names"
      aria-pressed={active}
      data-hovered={hovered ? "" : undefined}
      onClick={() => choose(session, segment.id, false)}
      onMouseEnter={() => session.hovered.set(segment.id)}
      onMouseLeave={() => session.hovered.set(null)}
    >
      {segment.codeIds.slice(0, MOST_NAMES).map((id, index) => (
        <span key={id} className="reader-name" style={{ color: hueOf(session, id) }}>
          <span className="truncate">{session.codes.get(id)?.name ?? t("unknownCode")}</span>
          {index === 0 && segment.hasMemo && <small className="reader-memo-mark">{t("memo")}</small>}
          {index === MOST_NAMES - 1 && rest > 0 && <small className="reader-memo-mark">+{rest}</small>}
        </span>
      ))}
    </button>
  );
}
