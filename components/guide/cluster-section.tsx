"use client";

import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { IconButton } from "@/components/ui/icon-button";
import { useAction } from "@/components/ui/use-action";
import { useSaved } from "@/components/ui/use-saved";
import { useToastError } from "@/components/ui/use-toast-error";
import type { ClusterRow, Guide } from "@/lib/schemas/guide";
import { deleteCluster, reorderClusters } from "@/lib/server/guide/actions";
import { EditCluster } from "./cluster-form";
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
        <header className="flex items-start gap-1 border-line border-b pb-1.5">
          <h2 id={`cluster-${cluster.id}`} className="min-w-0 flex-1 font-semibold text-lg">
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
  const common = useTranslations("common");
  const saved = useSaved();
  const { key, id } = cluster;
  const ids = guide.clusters.map((other) => other.id);
  const place = ids.indexOf(id);
  const reorder = useAction(reorderClusters, {
    onFailed: useToastError(),
    onDone: (rows) => saved(t("movedCluster", { key, place: rows.findIndex((row) => row.id === id) + 1 })),
  });
  const move = (to: number) => {
    const others = ids.filter((other) => other !== id);
    reorder.run({ eventId: crypto.randomUUID(), studyId: guide.studyId, ids: others.toSpliced(to, 0, id) });
  };
  return (
    <>
      <IconButton label={t("edit", { key })} icon={<Pencil aria-hidden />} onClick={onEdit} />
      <IconButton
        label={t("up", { key })}
        icon={<ArrowUp aria-hidden />}
        disabled={place === 0}
        onClick={() => move(place - 1)}
      />
      <IconButton
        label={t("down", { key })}
        icon={<ArrowDown aria-hidden />}
        disabled={place === ids.length - 1}
        onClick={() => move(place + 1)}
      />
      <Confirm
        trigger={
          <Button variant="quiet" size="sm" className="size-8 px-0!" aria-label={t("delete", { key })}>
            <Trash2 aria-hidden />
          </Button>
        }
        title={t("deleteTitle", { key })}
        body={t("deleteClusterBody")}
        submit={common("delete")}
        action={(eventId) => deleteCluster({ eventId, clusterId: id })}
        onDone={() => saved(t("deleted", { key }))}
      />
    </>
  );
}
