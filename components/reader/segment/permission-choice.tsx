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
  return (
    <QuietSelect
      label={t("permission.label")}
      editable={editable}
      value={permissionOf(defaults, segment.permission)}
      options={allowed.map((value) => ({ value, label: words(value) }))}
      onChoose={(value) => {
        const permission = value === permissionOf(defaults, null) ? null : value;
        annotate(session, segment.id, { permission }, { permission: segment.permission });
      }}
    />
  );
}
