"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";
import { useErrorText } from "@/components/ui/use-error-text";
import { type BatchFile, isAddable, isUnderWay } from "./model/files";
import type { Batch } from "./use-batch";

interface FilePanelProps {
  batch: Batch;
  file: BatchFile;
  /** What is done with it, while it is waited for. */
  storing?: string;
  /** What has come of it. */
  stored: ReactNode;
  /** What it would become, shown once it is read. */
  children: ReactNode;
}

const isStoring = ({ status }: BatchFile) => status === "chosen" || status === "storing";

/** Everything about one file before it is stored. */
export function FilePanel({ batch, file, storing, stored, children }: FilePanelProps) {
  const t = useTranslations("imports");
  const errorText = useErrorText();
  const choices = batch.choicesOf(file);
  // A file that could not be read may be in another encoding, or the server was in the middle of something.
  const again = file.status === "failed" && file.problem !== "text_newer" && (
    <Button onClick={() => void batch.store.readAgain([{ id: file.id, choices }])}>{t("readAgain")}</Button>
  );
  return (
    <section aria-label={choices.title} className="grid min-w-0 content-start gap-6">
      {file.problem && (
        <Callout kind={file.status === "waiting" ? "warning" : "error"} live action={again}>
          {errorText({ code: "invalid", detail: file.problem }).message}
        </Callout>
      )}
      {isUnderWay(file) && (
        <p role="status" className="flex items-center gap-2 text-soft">
          <Spinner /> {(isStoring(file) && storing) || t(`still.${file.status as "waiting"}`)}
        </p>
      )}
      {file.status === "stored" && <Callout kind="success">{stored}</Callout>}
      {file.status === "cancelled" && <Callout>{t("cancelledFile")}</Callout>}
      {isAddable(file) && children}
    </section>
  );
}
