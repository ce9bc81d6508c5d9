"use client";

import { useTranslations } from "use-intl";
import type { SegmentState, Stance } from "@/lib/domain/coding";
import { useSession } from "../context";
import { annotate } from "../model/commands";
import { QuietSelect } from "./quiet-select";

const STANCES = ["not_stated", "personal", "organisation"] as const satisfies readonly Stance[];

/** Whose view the words are: the speaker's own, or their organisation's. */
export function StanceChoice({ segment, editable }: { segment: SegmentState; editable: boolean }) {
  const t = useTranslations("reader");
  const session = useSession();
  return (
    <QuietSelect
      label={t("stance.label")}
      editable={editable}
      value={segment.stance}
      options={STANCES.map((value) => ({ value, label: t(`stance.${value}`) }))}
      onChoose={(stance) => annotate(session, segment.id, { stance }, { stance: segment.stance })}
    />
  );
}
