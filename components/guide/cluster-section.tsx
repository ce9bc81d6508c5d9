"use client";

import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { MoveButtons } from "@/components/ui/move-buttons";
import { useAction } from "@/components/ui/use-action";
import { useSaved } from "@/components/ui/use-saved";
import { useToastError } from "@/components/ui/use-toast-error";
import type { ClusterRow, Guide } from "@/lib/schemas/guide";
import { deleteCluster, reorderClusters } from "@/lib/server/guide/actions";
import { EditCluster } from "./cluster-form";
import { DeleteButton } from "./delete-button";
import { NewQuestion } from "./question-form";
import { QuestionItem } from "./question-item";

/** A cluster with its questions. */
export function ClusterSection({ guide, cluster }: { guide: Guide; cluster: ClusterRow }) {
  const t = useTranslations("guide");
  const [form, setForm] = useState<"edit" | "add" | null>(null);
  const close = () => setForm(null);
  return (
    <section aria-labelledby={`cluster-${cluster.id}`}>
      {form === "edit" ? (
        <EditCluster cluster={cluster} onClose={close} />
      ) : (
        <header className="flex items-start border-line border-b pb-1.5">
          <h2 id={`cluster-${cluster.id}`} className="min-w-0 flex-1 pr-3 font-semibold text-lg">
            <span className="mr-2.5 text-accent">{cluster.key}</span>
            {cluster.title}
          </h2>
          {guide.mayEdit && <ClusterButtons guide={guide} cluster={cluster} onEdit={() => setForm("edit")} />}
        </header>
      )}
      {cluster.questions.length === 0 && form !== "add" && (
        <p className="py-3 text-faint">{t("emptyCluster")}</p>
      )}
      <ol>
        {cluster.questions.map((question, place) => (
          <QuestionItem key={question.id} guide={guide} cluster={cluster} question={question} place={place} />
        ))}
      </ol>
      {form === "add" && <NewQuestion cluster={cluster} onClose={close} />}
      {guide.mayEdit && form !== "add" && (
        <Button size="sm" variant="quiet" className="mt-1 -ml-2" onClick={() => setForm("add")}>
          <Plus aria-hidden />
          {t("addQuestion")}
          <span className="sr-only">: {t("cluster", { key: cluster.key })}</span>
        </Button>
      )}
    </section>
  );
}

function ClusterButtons({
  guide,
  cluster,
  onEdit,
}: {
  guide: Guide;
  cluster: ClusterRow;
  onEdit: () => void;
}) {
  const t = useTranslations("guide");
  const saved = useSaved();
  const { key, id } = cluster;
  const ids = guide.clusters.map((other) => other.id);
  const place = ids.indexOf(id);
  const reorder = useAction(reorderClusters, {
    onFailed: useToastError(),
    onDone: (rows) => saved(t("movedCluster", { key, place: rows.findIndex((row) => row.id === id) + 1 })),
  });
  const move = (to: number) => () => {
    const others = ids.filter((other) => other !== id);
    reorder.run({ eventId: crypto.randomUUID(), studyId: guide.studyId, ids: others.toSpliced(to, 0, id) });
  };
  return (
    <>
      <IconButton label={t("edit", { key })} icon={<Pencil aria-hidden />} onClick={onEdit} />
      <MoveButtons
        labels={{ up: t("up", { key }), down: t("down", { key }) }}
        up={place > 0 ? move(place - 1) : undefined}
        down={place < ids.length - 1 ? move(place + 1) : undefined}
      />
      <DeleteButton
        guideKey={key}
        body={t("deleteClusterBody")}
        action={(eventId) => deleteCluster({ eventId, clusterId: id })}
      />
    </>
  );
}
