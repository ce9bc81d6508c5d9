"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";
import { useErrorText } from "@/components/ui/use-error-text";
import type { BatchPlace } from "@/lib/schemas/imports";
import { FilePreview } from "./file-preview";
import type { BatchFile } from "./model/files";
import type { Batch } from "./use-batch";

export interface FilePanelProps {
  batch: Batch;
  file: BatchFile;
  place: BatchPlace;
  onPlace: (place: BatchPlace) => void;
  onAdd: (file: BatchFile) => void;
}

const STILL: readonly BatchFile["status"][] = [
  "waiting",
  "sending",
  "received",
  "reading",
  "chosen",
  "storing",
];

/** Everything about one file before it is stored. */
export function FilePanel(props: FilePanelProps) {
  const { batch, file } = props;
  const t = useTranslations("imports");
  const errorText = useErrorText();
  const choices = batch.choicesOf(file);
  // A file that could not be read may be in another encoding, or the server was in the middle of something.
  const again = file.status === "failed" && (
    <Button onClick={() => void batch.store.readAgain([{ id: file.id, choices }])}>{t("readAgain")}</Button>
  );
  return (
    <section aria-label={choices.title} className="grid min-w-0 content-start gap-6">
      {file.problem && (
        <Callout kind={file.status === "waiting" ? "warning" : "error"} live action={again}>
          {errorText({ code: "invalid", detail: file.problem }).message}
        </Callout>
      )}
      {STILL.includes(file.status) && (
        <p role="status" className="flex items-center gap-2 text-soft">
          <Spinner /> {t(`still.${file.status as "waiting"}`)}
        </p>
      )}
      {file.status === "stored" && <Callout kind="success">{t("added", { count: 1 })}</Callout>}
      {file.status === "cancelled" && <Callout>{t("cancelledFile")}</Callout>}
      {(file.status === "read" || (file.status === "failed" && file.facts)) && (
        <FilePreview {...props} choices={choices} />
      )}
    </section>
  );
}
