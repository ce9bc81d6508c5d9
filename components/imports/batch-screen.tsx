"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { useErrorText } from "@/components/ui/use-error-text";
import type { BatchPlace } from "@/lib/schemas/imports";
import { BatchHead } from "./batch-head";
import { Source } from "./bring/source";
import { FileList } from "./file-list";
import { FilePanel } from "./file-panel";
import { FilePreview } from "./file-preview";
import { GuideOffer } from "./guide-offer";
import { readingAddress } from "./model/address";
import { type BatchFile, isAddable } from "./model/files";
import { useBatch } from "./use-batch";
import { useHandedOn } from "./use-handed-on";

/** Files that were handed in together: how far each has come, and what each will be. */
export function BatchScreen({ place: loaded }: { place: BatchPlace }) {
  const t = useTranslations("imports");
  const errorText = useErrorText();
  const [place, setPlace] = useState(loaded);
  const [chosen, setChosen] = useState<string | null>(null);
  const batch = useBatch(loaded, place);
  const { store, files } = batch;
  const handOn = useHandedOn(files);
  const shown = files.filter(({ status }) => status !== "cancelled" || batch.cancelled);
  const current = shown.find(({ id }) => id === chosen) ?? shown[0];
  const { choicesOf } = batch;
  const add = (some: readonly BatchFile[]) => {
    handOn(some);
    return store.add(some.map((file) => ({ id: file.id, choices: choicesOf(file) })));
  };
  const readable = files.filter(isAddable).map((file) => ({
    address: readingAddress(store.batchId, file.id, file.facts?.encoding ?? null),
    choices: choicesOf(file),
  }));
  return (
    <Page
      width="wide"
      title={t("title")}
      description={t("batchDescription")}
      actions={
        <Button asChild variant="quiet">
          <Link href={studyRoute(place.studyId, "transcripts")}>{t("toList")}</Link>
        </Button>
      }
    >
      <div className="grid gap-6">
        {batch.cancelled ? (
          <Callout kind="warning">{t("cancelled")}</Callout>
        ) : (
          <Source onTake={(taken) => store.take(taken)} />
        )}
        {batch.error && (
          <Callout kind="error" live>
            {errorText(batch.error).message}
          </Callout>
        )}
        {place.guide.length === 0 && place.mayMakeGuide && (
          <GuideOffer
            studyId={place.studyId}
            files={readable}
            onMade={(guide) => setPlace((known) => ({ ...known, guide }))}
          />
        )}
        {current ? (
          <>
            <BatchHead
              files={files}
              onAddReady={(ready) => void add(ready)}
              onCancel={() => store.cancel(null)}
            />
            <div className="grid items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
              <FileList
                studyId={place.studyId}
                files={shown}
                titleOf={(file) => choicesOf(file).title || file.name}
                current={current.id}
                onChoose={setChosen}
                onCancel={(id) => void store.cancel([id])}
              />
              <FilePanel key={current.id} batch={batch} file={current} stored={t("added", { count: 1 })}>
                <FilePreview
                  batch={batch}
                  file={current}
                  place={place}
                  onPlace={setPlace}
                  onAdd={(file) => void add([file])}
                />
              </FilePanel>
            </div>
          </>
        ) : (
          !batch.cancelled && <p className="text-soft">{t("noFiles")}</p>
        )}
      </div>
    </Page>
  );
}
