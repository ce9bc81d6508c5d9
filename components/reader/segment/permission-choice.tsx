"use client";

import { useTranslations } from "use-intl";
import type { Permission, SegmentState } from "@/lib/domain/coding";
import { PERMISSIONS, permissionOf } from "@/lib/domain/permission";
import { useSession } from "../context";
import { annotate } from "../model/commands";
import { personAt } from "../model/person";
import { QuietSelect } from "./quiet-select";

/**
 * How the words may be cited. The stricter of the interviewee's own and the segment's applies, so a
 * milder choice than the interviewee's is not offered.
 */
export function PermissionChoice({ segment, editable }: { segment: SegmentState; editable: boolean }) {
  const t = useTranslations("reader");
  const session = useSession();
  const person = personAt(session, segment.start);
  const people = person ? [person] : (session.frame.interview?.interviewees ?? []);
  const defaults = people.map((each) => each.permission);
  const words = (permission: Permission) =>
    t(`permission.${permission}`, { number: person?.number ?? 0, sector: person?.sector ?? "" });
  const allowed = PERMISSIONS.filter((permission) => permissionOf(defaults, permission) === permission);
  const value = permissionOf(defaults, segment.permission);
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
          const permission = next === permissionOf(defaults, null) ? null : next;
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
