"use client";

import { useTranslations } from "use-intl";
import { CERTAINTIES, type SegmentState } from "@/lib/domain/coding";
import { useSession } from "../context";
import { annotate } from "../model/commands";
import { QuietSelect } from "./quiet-select";

/** How sure the coder is that these words are coded rightly. */
export function CertaintyChoice({ segment, editable }: { segment: SegmentState; editable: boolean }) {
  const t = useTranslations("reader.certainty");
  const session = useSession();
  const options = ["unsaid" as const, ...CERTAINTIES].map((value) => ({ value, label: t(value) }));
  return (
    <QuietSelect
      label={t("label")}
      editable={editable}
      value={segment.certainty ?? "unsaid"}
      options={options}
      onChoose={(value) => {
        const certainty = value === "unsaid" ? null : value;
        annotate(session, segment.id, { certainty }, { certainty: segment.certainty });
      }}
    />
  );
}
