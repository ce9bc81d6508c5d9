"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl";
import { DropdownMenu, MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { SegmentState } from "@/lib/domain/coding";
import { useSession } from "../context";
import { startSwap } from "../model/commands";
import { nudge } from "../model/nudge";
import { mergeOn, splitAtCaret } from "../model/reshape";
import { stepHere, stepSameCode, stepSameCoder } from "../model/stepping";

/** What can be done with the segment at hand, for the mouse too; each with its key. */
export function SegmentMenu({ segment, own }: { segment: SegmentState; own: boolean }) {
  const t = useTranslations("gestures");
  const reader = useTranslations("reader.keys");
  const session = useSession();
  // The menu gives the focus back first; what is opened from it takes it after that.
  const later = (run: () => void) => () => void setTimeout(run);
  return (
    <DropdownMenu
      align="end"
      trigger={<IconButton label={t("menu")} icon={<Ellipsis aria-hidden />} className="size-7" />}
    >
      {own && (
        <>
          <MenuItem keys="!" onSelect={later(() => startSwap(session, segment.id))}>
            {t("keys.recode")}
          </MenuItem>
          <MenuItem keys="|" onSelect={later(() => splitAtCaret(session))}>
            {t("keys.split")}
          </MenuItem>
          <MenuItem keys="&" onSelect={later(() => mergeOn(session))}>
            {t("keys.merge")}
          </MenuItem>
          <MenuSeparator />
          <MenuItem keys="[" onSelect={() => nudge(session, "start", -1)}>
            {reader("startLeft")}
          </MenuItem>
          <MenuItem keys="]" onSelect={() => nudge(session, "start", 1)}>
            {reader("startRight")}
          </MenuItem>
          <MenuItem keys="{" onSelect={() => nudge(session, "end", -1)}>
            {reader("endLeft")}
          </MenuItem>
          <MenuItem keys="}" onSelect={() => nudge(session, "end", 1)}>
            {reader("endRight")}
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      <MenuItem keys="@" onSelect={later(() => session.listing.set(true))}>
        {t("keys.here")}
      </MenuItem>
      <MenuItem keys=">" onSelect={() => stepHere(session, 1)}>
        {t("keys.nextHere")}
      </MenuItem>
      <MenuItem keys=")" onSelect={() => stepSameCode(session, 1)}>
        {t("keys.nextOfCode")}
      </MenuItem>
      <MenuItem keys="alt+shift+arrowdown" onSelect={() => stepSameCoder(session, 1)}>
        {t("keys.nextOfCoder")}
      </MenuItem>
    </DropdownMenu>
  );
}
