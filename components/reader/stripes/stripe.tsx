"use client";

import { type CSSProperties, memo } from "react";
import { useSession } from "../context";
import { choose } from "../model/commands";
import type { Painted } from "../model/painted";
import type { ReaderSession } from "../model/session";
import { useSelected, useSignal } from "../model/signal";
import { type Group, nextOf, sameGroup } from "./group";
import type { Stripe } from "./layout";

/** As a style sheet takes it. */
export function hueOf(session: ReaderSession, codeId: string | undefined): string {
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

/** What a press and the mouse do to a group, and whether it is the one at hand. */
export function usePressable(group: Group) {
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
