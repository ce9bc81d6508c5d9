"use client";

import { StickyNote } from "lucide-react";
import { memo, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Popover } from "@/components/ui/popover";
import { useSession } from "../context";
import { useSelected, useSignal } from "../model/signal";
import { type Group, sameGroup } from "./group";
import { usePressable } from "./stripe";

const MOST_NAMES = 3;

interface StripeLabelProps {
  group: Group;
  top: number;
  /** What stands beside it and found no room for a label of its own. */
  more: readonly Group[];
  /** What the button for those is called; "" where there are none. */
  moreName: string;
}

/** The names of a segment's codes; pressing them makes it the segment at hand. */
export const StripeLabel = memo(function StripeLabel({ group, top, more, moreName }: StripeLabelProps) {
  const session = useSession();
  useSignal(session.codebook);
  return (
    <div className="reader-label" data-more={more.length > 0 ? "" : undefined} style={{ top }}>
      <LabelButton group={group} />
      {more.length > 0 && <MoreButton groups={more} name={moreName} />}
    </div>
  );
}, sameLabel);

/** The list behind it is made once it is asked for: under many codings most labels that scroll by have one. */
function MoreButton({ groups, name }: { groups: readonly Group[]; name: string }) {
  const [asked, setAsked] = useState(false);
  const button = (
    <button
      type="button"
      className="reader-more"
      aria-label={name}
      aria-haspopup="dialog"
      aria-expanded={false}
      onClick={() => setAsked(true)}
    >
      +{groups.length}
    </button>
  );
  return asked ? <More groups={groups} trigger={button} /> : button;
}

function More({ groups, trigger }: { groups: readonly Group[]; trigger: ReactNode }) {
  const t = useTranslations("reader");
  const { store } = useSession();
  return (
    <Popover label={t("moreHere")} trigger={trigger} defaultOpen>
      <ul className="grid gap-1">
        {groups.map((each) => (
          <li key={each.id}>
            <LabelButton group={each} />
            <p className="line-clamp-2 px-1 text-faint text-sm">{store.segment(each.id)?.quote}</p>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

function sameLabel(a: StripeLabelProps, b: StripeLabelProps): boolean {
  if (!sameGroup(a.group, b.group) || a.top !== b.top || a.more.length !== b.more.length) return false;
  return a.more.every((each, index) => b.more[index] && sameGroup(each, b.more[index]));
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
        <span key={id} className="reader-name" data-hue={session.codes.get(id)?.hue ?? 0}>
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
