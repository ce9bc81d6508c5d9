"use client";

import { type CSSProperties, type MouseEvent, memo } from "react";
import { useTranslations } from "use-intl";
import { useSession } from "../context";
import { choose } from "../model/commands";
import { useSelected } from "../model/signal";
import { type Group, nextOf, sameGroup } from "./group";
import type { Stripe } from "./layout";
import { Bracket } from "./stripe";

interface PileProps {
  stripe: Stripe;
  piled: readonly Stripe[];
  groups: ReadonlyMap<string, Group>;
}

/**
 * One bracket for all that lies beyond the lanes. A press makes what lies there the segment at hand, one after the
 * other; of that one, or the one under the pointer elsewhere, its own bracket is drawn.
 */
export const Pile = memo(function Pile({ stripe, piled, groups }: PileProps) {
  const t = useTranslations("reader");
  const session = useSession();
  const within = (id: string | null) =>
    (id !== null &&
      piled.find((each) => groups.get(each.id)?.segments.some((segment) => segment.id === id))) ||
    null;
  const chosen = useSelected(session.chosen, within);
  const hovered = useSelected(session.hovered, within);
  const press = (event: MouseEvent<HTMLDivElement>) => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top + stripe.top;
    const here = piled.flatMap((each) =>
      each.top <= y && y <= each.bottom ? (groups.get(each.id) ?? []) : [],
    );
    const at = here.findIndex(({ segments }) => segments.some(({ id }) => id === session.chosen.get()));
    const next = here[(at + 1) % here.length];
    if (next) choose(session, nextOf(next, null), false);
  };
  const looks = {
    top: stripe.top,
    height: stripe.bottom - stripe.top,
    "--lane": stripe.lane,
  } as CSSProperties;
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for pointers alone, as brackets are; the labels and the list at the caret say the same. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: for pointers alone, as above. */}
      <div
        className="reader-pile"
        data-segments={piled
          .flatMap((each) => groups.get(each.id)?.segments.map(({ id }) => id) ?? [])
          .join(" ")}
        style={looks}
        title={t("piled", { count: piled.length })}
        onClick={press}
      />
      <div className="reader-piled">
        {[...new Set([chosen, hovered])].map((each) => {
          const group = each && groups.get(each.id);
          return group && <Bracket key={each.id} group={group} stripe={{ ...each, lane: stripe.lane }} />;
        })}
      </div>
    </>
  );
}, samePile);

/** What is laid out anew at every scroll mostly stands where it stood. */
function samePile(a: PileProps, b: PileProps): boolean {
  return (
    a.stripe.top === b.stripe.top &&
    a.stripe.bottom === b.stripe.bottom &&
    a.stripe.lane === b.stripe.lane &&
    a.piled.length === b.piled.length &&
    a.piled.every((each, at) => {
      const other = b.piled[at];
      const [group, before] = [a.groups.get(each.id), b.groups.get(other?.id ?? "")];
      return (
        other &&
        group &&
        before &&
        each.top === other.top &&
        each.bottom === other.bottom &&
        sameGroup(group, before)
      );
    })
  );
}
