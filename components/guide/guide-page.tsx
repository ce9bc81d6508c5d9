"use client";

import { ListOrdered, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Borrowed } from "@/components/studies/borrowed";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import type { Guide } from "@/lib/schemas/guide";
import { NewCluster } from "./cluster-form";
import { ClusterSection } from "./cluster-section";

/** The guide of a study: clusters with their questions, changed in place. */
export function GuidePage({ guide }: { guide: Guide }) {
  const t = useTranslations("guide");
  const [adding, setAdding] = useState(false);
  const { clusters, mayEdit, home, studyId } = guide;
  const add = mayEdit && !adding && (
    <Button variant={clusters.length === 0 ? "primary" : "secondary"} onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      {t("addCluster")}
    </Button>
  );
  return (
    <Page title={t("title")} description={t("description")}>
      <Borrowed section="guide" home={home} />
      {clusters.length === 0 && !adding && (
        <EmptyState icon={<ListOrdered aria-hidden />} title={t("empty.title")} action={add}>
          {t("empty.body")}
        </EmptyState>
      )}
      <div className="grid max-w-4xl gap-9">
        {clusters.map((cluster) => (
          <ClusterSection key={cluster.id} guide={guide} cluster={cluster} />
        ))}
        {adding && <NewCluster studyId={studyId} onClose={() => setAdding(false)} />}
        {clusters.length > 0 && (
          <div className="flex flex-wrap items-center gap-4">
            {add}
            {mayEdit && <p className="text-faint text-sm">{t("keys")}</p>}
          </div>
        )}
      </div>
    </Page>
  );
}
