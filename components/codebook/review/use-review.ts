"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import type { Review, ReviewItem } from "@/lib/schemas/codebook-views";
import { type Decision, operationOf, send, undoOf } from "./decide";

const SAID = { keep: "kept", remove: "removed", recode: "recoded" } as const;

/** The list as it is worked off: what was decided, and which segment is at hand. */
export function useReview({ items, me, revision }: Review) {
  const t = useTranslations("codebook.reviewPage");
  const words = useTranslations("codebook");
  const [decided, setDecided] = useState<ReadonlyMap<string, Decision["is"]>>(new Map());
  const [at, setAt] = useState(0);
  const mark = (item: ReviewItem, decision: Decision["is"] | null) =>
    setDecided((before) => {
      const next = new Map(before);
      if (decision) next.set(item.codingId, decision);
      else next.delete(item.codingId);
      return next;
    });
  const go = (to: number) => setAt(Math.max(0, Math.min(items.length - 1, to)));

  const decide = async (decision: Decision) => {
    const item = items[at];
    if (!item || decided.has(item.codingId)) return;
    // It shows at once, and the next one is at hand; what fails comes back.
    mark(item, decision.is);
    const open = (index: number) => index !== at && !decided.has(items[index]?.codingId ?? "");
    const next = items.findIndex((_, index) => index > at && open(index));
    if (next >= 0) setAt(next);
    const operation = operationOf(item, decision, revision);
    if (!(await send(item, me, operation))) {
      mark(item, null);
      toast({ kind: "error", message: t("failed") });
      return;
    }
    const undo = async () => {
      if (!(await send(item, me, undoOf(operation)))) return toast({ kind: "error", message: t("failed") });
      mark(item, null);
      setAt(items.indexOf(item));
    };
    const action = { label: words("undo"), run: () => void undo() };
    toast({ kind: "success", message: t(SAID[decision.is]), action });
  };
  return { at, go, decide, decided, item: items[at], left: items.length - decided.size };
}
