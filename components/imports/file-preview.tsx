"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";
import { toast } from "@/components/ui/toast";
import type { ImportChoices } from "@/lib/schemas/imports";
import { AboutFields } from "./about/about-fields";
import { ColumnsField } from "./about/columns-field";
import type { FilePanelProps } from "./file-panel";
import { forBatch } from "./model/choices";
import { type Target, TextPreview } from "./preview/text-preview";
import { Speakers } from "./speakers/speakers";
import { usePreview } from "./use-preview";
import { Warnings } from "./warnings";

/** What a file would become, and all that can be chosen for it. */
export function FilePreview({
  batch,
  file,
  place,
  onPlace,
  onAdd,
  choices,
}: FilePanelProps & { choices: ImportChoices }) {
  const t = useTranslations("imports");
  const { store } = batch;
  const address = readingAddress(store.batchId, file.id, file.facts?.encoding ?? null);
  const preview = usePreview(address, choices.reading, place.guide);
  const [target, setTarget] = useState<Target | null>(null);
  const { summary } = preview;
  const change = (changes: Partial<ImportChoices>) => {
    // Another reading has other turns, so passages that were set by hand are matched anew.
    const anew = changes.reading && changes.reading.columns !== choices.reading.columns;
    store.choose(file.id, { ...choices, ...changes, ...(anew ? { passages: null } : {}) });
  };
  const remember = async () => {
    if (await store.chooseForAll(forBatch(choices))) toast({ kind: "success", message: t("remembered") });
  };
  if (preview.failed)
    return (
      <Callout kind="error" live>
        {t("previewFailed")}
      </Callout>
    );
  if (!summary)
    return (
      <p role="status" className="flex items-center gap-2 text-soft">
        <Spinner /> {t("still.reading")}
      </p>
    );
  return (
    <>
      <Warnings summary={summary} onPlace={(offset) => setTarget({ offset })} />
      <AboutFields
        file={file}
        files={batch.files}
        choices={choices}
        choicesOf={batch.choicesOf}
        summary={summary}
        place={place}
        onChange={change}
        onEncoding={(encoding) =>
          void store.readAgain([{ id: file.id, choices: { ...choices, encoding, passages: null } }])
        }
        onPlace={onPlace}
      />
      {summary.table && (
        <ColumnsField
          table={summary.table}
          onChange={(columns) => change({ reading: { ...choices.reading, columns } })}
        />
      )}
      <Speakers choices={choices} summary={summary} place={place} onChange={change} />
      <TextPreview
        preview={preview}
        choices={choices}
        guide={place.guide}
        target={target}
        onChange={change}
      />
      <div className="sticky bottom-0 -mx-1 flex flex-wrap gap-2 border-line border-t bg-paper px-1 py-3">
        <Button variant="primary" disabled={choices.title.trim() === ""} onClick={() => onAdd(file)}>
          {t("addOne")}
        </Button>
        {batch.files.length > 1 && <Button onClick={remember}>{t("remember")}</Button>}
      </div>
    </>
  );
}

/** The encoding names no other file, but another reading of it. */
export const readingAddress = (batchId: string, uploadId: string, encoding: string | null) =>
  `/api/imports/${batchId}/uploads/${uploadId}/reading${encoding ? `?as=${encoding}` : ""}`;
