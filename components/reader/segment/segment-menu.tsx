"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { ActItems, AT_SEGMENT, OWN } from "../menu/act-items";

/** What can be done with the segment at hand, for the mouse too; each with its key. */
export function SegmentMenu({ own }: { own: boolean }) {
  const t = useTranslations("gestures");
  return (
    <DropdownMenu
      align="end"
      trigger={<IconButton label={t("menu")} icon={<Ellipsis aria-hidden />} className="size-7" />}
    >
      <ActItems groups={own ? [...OWN, AT_SEGMENT] : [AT_SEGMENT]} />
    </DropdownMenu>
  );
}
