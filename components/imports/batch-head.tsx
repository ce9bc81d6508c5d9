"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ActionResult } from "@/lib/access/errors";
import { type BatchFile, isReady, isUnderWay, progressOf } from "./model/files";

interface BatchHeadProps {
  files: readonly BatchFile[];
  onAddReady: (ready: readonly BatchFile[]) => void;
  onCancel: () => Promise<ActionResult<null>>;
}

/** How far the batch has come as a whole, and what can be done with all of it. */
export function BatchHead({ files, onAddReady, onCancel }: BatchHeadProps) {
  const t = useTranslations("imports");
  const under = files.filter(isUnderWay).length;
  const ready = files.filter(isReady);
  const { done, total } = progressOf(files);
  const open = files.some(({ status }) => !["stored", "cancelled", "refused"].includes(status));
  const words = t("progress", { underWay: under, total });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {under > 0 && (
        <div className="grid min-w-52 flex-1 gap-1.5">
          <p aria-live="polite">{words}</p>
          <ProgressBar label={words} value={done} max={total} />
        </div>
      )}
      {ready.length > 1 && (
        <Button variant="primary" onClick={() => onAddReady(ready)}>
          {t("addAll", { count: ready.length })}
        </Button>
      )}
      {open && files.length > 1 && (
        <Confirm
          trigger={<Button variant="quiet">{t("cancelAll")}</Button>}
          title={t("cancelTitle")}
          body={t("cancelBody")}
          submit={t("cancelAll")}
          action={onCancel}
          onDone={() => undefined}
        />
      )}
    </div>
  );
}
