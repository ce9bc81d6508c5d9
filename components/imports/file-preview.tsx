"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { BatchPlace, ImportChoices } from "@/lib/schemas/imports";
import { AboutFields } from "./about/about-fields";
import { ColumnsField } from "./about/columns-field";
import { readingAddress } from "./model/address";
import { changed, forBatch } from "./model/choices";
import type { BatchFile } from "./model/files";
import { NoPreview } from "./preview/no-preview";
import { type Target, TextPreview } from "./preview/text-preview";
import { Speakers } from "./speakers/speakers";
import type { Batch } from "./use-batch";
import { usePreview } from "./use-preview";
import { Warnings } from "./warnings";

interface FilePreviewProps {
  batch: Batch;
  file: BatchFile;
  place: BatchPlace;
  onPlace: (place: BatchPlace) => void;
  onAdd: (file: BatchFile) => void;
}

/** What a file would become, and all that can be chosen for it. */
export function FilePreview({ batch, file, place, onPlace, onAdd }: FilePreviewProps) {
  const t = useTranslations("imports");
  const { store } = batch;
  const choices = batch.choicesOf(file);
  const address = readingAddress(store.batchId, file.id, file.facts?.encoding ?? null);
  const [half, setHalf] = useState<0 | 1>(0);
  const preview = usePreview(address, choices.reading, place.guide, choices.bothLanguages ? half : null);
  const [target, setTarget] = useState<Target | null>(null);
  const { summary } = preview;
  const changeOf = (one: BatchFile, changes: Partial<ImportChoices>) =>
    store.choose(one.id, changed(batch.choicesOf(one), changes));
  const change = (changes: Partial<ImportChoices>) => changeOf(file, changes);
  const remember = async () => {
    if (await store.chooseForAll(forBatch(choices))) toast({ kind: "success", message: t("remembered") });
  };
  if (preview.failed || !summary) return <NoPreview failed={preview.failed} />;
  return (
    <>
      <Warnings
        summary={summary}
        onPlace={(offset) => setTarget({ offset })}
        onKeep={(keep) => change({ reading: { ...choices.reading, keep }, passages: null })}
      />
      <AboutFields
        file={file}
        files={batch.files}
        choices={choices}
        choicesOf={batch.choicesOf}
        summary={summary}
        place={place}
        onChange={change}
        onChangeOf={changeOf}
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
        half={choices.bothLanguages ? { shown: half, onShow: setHalf } : null}
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
