"use client";

import { useTranslations } from "use-intl";
import { useAction } from "@/components/ui/use-action";
import { useSaved } from "@/components/ui/use-saved";
import { useToastError } from "@/components/ui/use-toast-error";
import type { ClusterRow, Guide, QuestionRow } from "@/lib/schemas/guide";
import { moveQuestion } from "@/lib/server/guide/actions";

/**
 * Moves a question one place up or down; past the end of its cluster it goes over into the next one.
 * A move that there is no room for is undefined.
 */
export function useMove({ clusters }: Guide, cluster: ClusterRow, { id, key }: QuestionRow, place: number) {
  const t = useTranslations("guide");
  const saved = useSaved();
  const { run } = useAction(moveQuestion, {
    onFailed: useToastError(),
    onDone: (rows) => {
      const now = clusters.find((other) => other.id === rows[0]?.clusterId) ?? cluster;
      saved(t("moved", { key, place: rows.findIndex((row) => row.id === id) + 1, cluster: now.key }));
    },
  });
  const to = (target: ClusterRow, index: number) => () =>
    run({ eventId: crypto.randomUUID(), questionId: id, clusterId: target.id, index });
  const at = clusters.findIndex((other) => other.id === cluster.id);
  const before = clusters[at - 1];
  const after = clusters[at + 1];
  const last = place === cluster.questions.length - 1;
  return {
    up: place > 0 ? to(cluster, place - 1) : before && to(before, before.questions.length),
    down: last ? after && to(after, 0) : to(cluster, place + 1),
  };
}
