"use client";

import { useTranslations } from "use-intl";
import type { SegmentState } from "@/lib/domain/coding";
import { PERMISSIONS } from "@/lib/domain/permission";
import { useSession } from "../context";
import { annotate } from "../model/commands";
import { QuietSelect } from "./quiet-select";
import { useCiting } from "./use-citing";

/**
 * How the words may be cited. The stricter of the interviewee's own and the segment's applies, so a
 * milder choice than the interviewee's is not offered.
 */
export function PermissionChoice({ segment, editable }: { segment: SegmentState; editable: boolean }) {
  const t = useTranslations("reader");
  const session = useSession();
  const { people, holding, words } = useCiting(segment);
  const allowed = PERMISSIONS.filter((permission) => holding(permission) === permission);
  const value = holding(segment.permission);
  // A paraphrase names the sector too.
  const telling =
    value === "sector" || value === "paraphrase" ? people.find((each) => each.soleInSector) : null;
  return (
    <>
      <QuietSelect
        label={t("permission.label")}
        editable={editable}
        value={value}
        options={allowed.map((each) => ({ value: each, label: words(each) }))}
        onChoose={(next) => {
          const permission = next === holding(null) ? null : next;
          annotate(session, segment.id, { permission }, { permission: segment.permission });
        }}
      />
      {telling && (
        <span role="status" className="block text-sm text-warning">
          {t("permission.soleSector", { sector: telling.sector })}
        </span>
      )}
    </>
  );
}
