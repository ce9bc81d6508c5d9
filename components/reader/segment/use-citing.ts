"use client";

import { useTranslations } from "use-intl";
import type { Permission, SegmentState } from "@/lib/domain/coding";
import { permissionOf } from "@/lib/domain/permission";
import { useSession } from "../context";
import { personAt } from "../model/person";

/** How words of a segment may be cited by those who say them, what holds where the segment says more, and how that is said. */
export function useCiting({ start }: Pick<SegmentState, "start">) {
  const t = useTranslations("reader");
  const session = useSession();
  const person = personAt(session, start);
  const people = person ? [person] : (session.frame.interview?.interviewees ?? []);
  const defaults = people.map(({ permission }) => permission);
  return {
    people,
    /** The stricter of theirs and the segment's own. */
    holding: (own: Permission | null) => permissionOf(defaults, own),
    words: (permission: Permission) =>
      t(`permission.${permission}`, { number: person?.number ?? 0, sector: person?.sector ?? "" }),
  };
}
