"use client";

import { useTranslations } from "use-intl";
import type { Annotation, Operation, SegmentState } from "@/lib/domain/coding";
import { useSession } from "../context";
import { annotate } from "../model/commands";
import { BothValues } from "./both-values";
import { useCiting } from "./use-citing";

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
  const { holding, words } = useCiting(segment);
  return ({ memo, stance, certainty, permission }) =>
    [
      stance && t(`stance.${stance}`),
      certainty !== undefined && t(`certainty.${certainty ?? "unsaid"}`),
      permission !== undefined && words(holding(permission)),
      memo,
    ]
      .filter(Boolean)
      .join("\n");
}
