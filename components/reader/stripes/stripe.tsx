"use client";

import { StickyNote } from "lucide-react";
import { type CSSProperties, memo } from "react";
import { useTranslations } from "use-intl";
import { Popover } from "@/components/ui/popover";
import { useSession } from "../context";
import { choose } from "../model/commands";
import type { Painted } from "../model/painted";
import type { ReaderSession } from "../model/session";
import { useSelected, useSignal } from "../model/signal";
import { type Group, nextOf, sameGroup } from "./group";
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
export const Bracket = memo(
  function Bracket({ group, stripe }: { group: Group; stripe: Stripe }) {
    const { active, hovered, ...press } = usePressable(group);
    const session = useSession();
    // Repaints when a code is renamed or gets another colour.
    useSignal(session.codebook);
    const [segment] = group.segments;
    const looks = {
      top: stripe.top,
      height: Math.max(stripe.bottom - stripe.top, 8),
      "--lane": stripe.lane,
      "--spine": spine(session, segment),
      "--first": hueOf(session, segment.codeIds[0]),
      "--last": hueOf(session, segment.codeIds.at(-1)),
    } as CSSProperties;
    return (
      <div
        className="reader-bracket"
        style={looks}
        data-active={active ? "" : undefined}
        data-hovered={hovered ? "" : undefined}
        {...press}
      />
    );
  },
  (a, b) =>
    sameGroup(a.group, b.group) &&
    a.stripe.top === b.stripe.top &&
    a.stripe.bottom === b.stripe.bottom &&
    a.stripe.lane === b.stripe.lane,
);

interface StripeLabelProps {
  group: Group;
  top: number;
  /** What stands beside it and found no room for a label of its own. */
  more: readonly Group[];
}

/** The names of a segment's codes; pressing them makes it the segment at hand. */
export const StripeLabel = memo(function StripeLabel({ group, top, more }: StripeLabelProps) {
  const t = useTranslations("reader");
  const session = useSession();
  useSignal(session.codebook);
  return (
    <div className="reader-label" style={{ top }}>
      <LabelButton group={group} />
      {more.length > 0 && (
        <Popover
          label={t("moreHere")}
          trigger={
            <button type="button" className="reader-more" aria-label={t("more", { count: more.length })}>
              +{more.length}
            </button>
          }
        >
          <More groups={more} />
        </Popover>
      )}
    </div>
  );
}, sameLabel);

/** A component of its own, so that nothing is made of it until it is opened. */
function More({ groups }: { groups: readonly Group[] }) {
  const { store } = useSession();
  return (
    <ul className="grid gap-1">
      {groups.map((each) => (
        <li key={each.id}>
          <LabelButton group={each} />
          <p className="line-clamp-2 px-1 text-faint text-sm">{store.segment(each.id)?.quote}</p>
        </li>
      ))}
    </ul>
  );
}

function sameLabel(a: StripeLabelProps, b: StripeLabelProps): boolean {
  if (!sameGroup(a.group, b.group) || a.top !== b.top || a.more.length !== b.more.length) return false;
  return a.more.every((each, index) => b.more[index] && sameGroup(each, b.more[index]));
}

/** What a press and the mouse do to a group, and whether it is the one at hand. */
function usePressable(group: Group) {
  const session = useSession();
  const holds = (id: string | null) => group.segments.some((segment) => segment.id === id);
  return {
    active: useSelected(session.chosen, holds),
    hovered: useSelected(session.hovered, holds),
    "data-segments": group.segments.map(({ id }) => id).join(" "),
    onClick: () => choose(session, nextOf(group, session.chosen.get()), false),
    onMouseEnter: () => session.hovered.set(group.id),
    onMouseLeave: () => session.hovered.set(null),
  };
}

function LabelButton({ group }: { group: Group }) {
  const t = useTranslations("reader");
  const session = useSession();
  const { active, hovered, ...press } = usePressable(group);
  const [segment] = group.segments;
  const rest = segment.codeIds.length - MOST_NAMES;
  const coders = useCoderMarks(group);
  return (
    <button
      type="button"
      className="reader-names"
      aria-pressed={active}
      data-hovered={hovered ? "" : undefined}
      {...press}
    >
      {segment.codeIds.slice(0, MOST_NAMES).map((id, index) => (
        <span key={id} className="reader-name" style={{ color: hueOf(session, id) }}>
          {session.codes.get(id)?.name ?? t("unknownCode")}
          {index === 0 && coders && (
            <small role="img" aria-label={coders.names} className="reader-mark" title={coders.names}>
              {coders.initials}
            </small>
          )}
          {index === 0 && group.segments.some((each) => each.hasMemo) && (
            <StickyNote role="img" aria-label={t("memo")} className="ml-1 inline size-3 text-faint" />
          )}
          {index === MOST_NAMES - 1 && rest > 0 && <small className="reader-mark">+{rest}</small>}
        </span>
      ))}
    </button>
  );
}

/** Who coded it, said only where the codings of several are shown side by side. */
function useCoderMarks(group: Group): { names: string; initials: string } | null {
  const session = useSession();
  const single = useSelected(session.filter, (filter) => filter.coderId !== null);
  const { coders } = session.store;
  if (single || coders.length < 2) return null;
  const names = group.segments.flatMap(
    (segment) => coders.find((each) => each.id === segment.coderId)?.name ?? [],
  );
  return { names: names.join(", "), initials: names.map(initialsOf).join(" ") };
}

/** The first letters of up to two words of a name; of a name without spaces, its first two characters. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...name].slice(0, 2);
  return letters.join("").toUpperCase();
}
