"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useToastError } from "@/components/ui/use-toast-error";
import type { Work } from "@/lib/schemas/work";
import { stopWork, useWork } from "./use-work";

interface WorkBarProps {
  studyId: string;
  kind: Work["kind"];
  id: string;
  /** What is known of it; null before the server has said. */
  work: Work | null;
}

/** How far work has come, and how to stop it. */
export function WorkBar({ studyId, kind, id, work }: WorkBarProps) {
  const t = useTranslations("work");
  const say = useToastError();
  const [asked, setAsked] = useState(false);
  const stopping = asked || work?.cancelled === true;
  const { done, total } = work ?? { done: 0, total: 0 };
  const unit = kind === "code" ? "passages" : "transcripts";
  const stop = async () => {
    setAsked(true);
    if (await stopWork(studyId, id)) return;
    setAsked(false);
    say({ code: "unavailable" });
  };
  return (
    <Callout kind="info">
      <div className="grid gap-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="font-medium text-ink" role="status">
            {t(`kind.${kind}`)}
          </p>
          <p className="tabular">{total > 0 ? t(unit, { done, total }) : t("begins")}</p>
        </div>
        <ProgressBar label={t(`kind.${kind}`)} value={done} max={total} />
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p className="min-w-0 flex-1 basis-60">{t(stopping ? "stopping" : "goesOn")}</p>
          <Button size="sm" disabled={stopping} onClick={() => void stop()}>
            {t("stop")}
          </Button>
        </div>
      </div>
    </Callout>
  );
}

/** The same of work that is waited for just now. */
export function WorkProgress({ studyId, kind, id }: Omit<WorkBarProps, "work">) {
  const state = useWork(studyId, true);
  const work = state?.running.find((each) => each.id === id) ?? null;
  return <WorkBar studyId={studyId} kind={kind} id={id} work={work} />;
}
