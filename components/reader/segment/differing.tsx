"use client";

import { useTranslations } from "use-intl";
import type { Annotation, Operation, SegmentState } from "@/lib/domain/coding";
import { permissionOf } from "@/lib/domain/permission";
import { useSession } from "../context";
import { annotate } from "../model/commands";
import { personAt } from "../model/person";
import { BothValues } from "./both-values";

interface DifferingProps {
  operation: Extract<Operation, { kind: "annotate" }>;
  /** As it is now. */
  segment: SegmentState;
}

/** What one wanted to say of a segment, beside what somebody has said of it since. */
export function Differing({ operation, segment }: DifferingProps) {
  const session = useSession();
  const words = useAnnotationWords(segment);
  const fields = Object.keys(operation.changes) as (keyof Annotation)[];
  const now: Annotation = Object.fromEntries(fields.map((field) => [field, segment[field]]));
  const drop = () => session.outbox.dropUnplaced(operation.id);
  return (
    <BothValues
      mine={words(operation.changes)}
      theirs={words(now)}
      onKeep={() => {
        if (annotate(session, segment.id, operation.changes, now)) drop();
      }}
      onTake={drop}
    />
  );
}

/** Says an annotation's values as the segment's own fields say them. */
function useAnnotationWords(segment: SegmentState): (annotation: Annotation) => string {
  const t = useTranslations("reader");
  const session = useSession();
  const person = personAt(session, segment.start);
  const people = person ? [person] : (session.frame.interview?.interviewees ?? []);
  const defaults = people.map((each) => each.permission);
  return ({ memo, stance, certainty, permission }) =>
    [
      stance && t(`stance.${stance}`),
      certainty !== undefined && t(`certainty.${certainty ?? "unsaid"}`),
      permission !== undefined &&
        t(`permission.${permissionOf(defaults, permission)}`, {
          number: person?.number ?? 0,
          sector: person?.sector ?? "",
        }),
      memo,
    ]
      .filter(Boolean)
      .join("\n");
}
