"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ColumnsField } from "@/components/imports/about/columns-field";
import { EncodingField } from "@/components/imports/about/encoding-field";
import { QuestionsField } from "@/components/imports/about/questions-field";
import { readingAddress } from "@/components/imports/model/address";
import type { Replaces } from "@/components/imports/model/batch-store";
import { changed } from "@/components/imports/model/choices";
import type { BatchFile } from "@/components/imports/model/files";
import { NoPreview } from "@/components/imports/preview/no-preview";
import { type Target, TextPreview } from "@/components/imports/preview/text-preview";
import { Speakers } from "@/components/imports/speakers/speakers";
import type { Batch } from "@/components/imports/use-batch";
import { usePreview } from "@/components/imports/use-preview";
import { Warnings } from "@/components/imports/warnings";
import { useLanguageName } from "@/components/transcripts/language-name";
import { Callout } from "@/components/ui/callout";
import type { ImportChoices, ReplacementPlace } from "@/lib/schemas/imports";
import { Decision } from "./decision";
import { withRecognised } from "./recognised";
import { useBase } from "./use-base";
import { useComparison } from "./use-comparison";
import { WhatChanges } from "./what-changes";

interface ReplacePreviewProps {
  batch: Batch;
  file: BatchFile;
  place: ReplacementPlace;
  /** Why the text is replaced; it outlives a failure, after which this is shown anew. */
  reason: string;
  onReason: (reason: string) => void;
  onReplace: (choices: ImportChoices, replaces: Replaces, waiting: number) => Promise<void>;
  onCancel: () => void;
}

/** How the file is read, what it changes of the text, and the decision. */
export function ReplacePreview(props: ReplacePreviewProps) {
  const { batch, file, place, reason, onReason, onReplace, onCancel } = props;
  const t = useTranslations("imports.replace");
  const languageName = useLanguageName();
  const { store } = batch;
  const { transcript } = place;
  const choices = { ...batch.choicesOf(file), interviewId: transcript.interviewId };
  const address = readingAddress(store.batchId, file.id, file.facts?.encoding ?? null);
  const preview = usePreview(address, choices.reading, place.guide);
  const { loaded, retry } = useBase(transcript.id, place.maySeeOriginals);
  const current = loaded?.ok ? loaded.value : null;
  const { comparison, failed } = useComparison(preview, current?.base ?? null);
  const [target, setTarget] = useState<Target | null>(null);
  const { summary } = preview;
  const change = (changes: Partial<ImportChoices>) => store.choose(file.id, changed(choices, changes));

  // What is seen of the speakers is written down as a choice, so that it is shown, can be changed, and holds.
  const recognised =
    comparison && summary && !preview.busy
      ? withRecognised(choices, summary.speakers, comparison.same, place.speakers)
      : null;
  useEffect(() => {
    if (recognised) store.choose(file.id, recognised);
  });
  if (preview.failed || !summary) return <NoPreview failed={preview.failed} />;
  const other = summary.language !== transcript.language;
  return (
    <>
      {other && (
        <Callout kind="warning">
          {t("otherLanguage", {
            found: languageName(summary.language),
            language: languageName(transcript.language),
          })}
        </Callout>
      )}
      <Warnings
        summary={summary}
        onPlace={(offset) => setTarget({ offset })}
        onKeep={(keep) => change({ reading: { ...choices.reading, keep }, passages: null })}
      />
      <div className="grid max-w-xl gap-4">
        <EncodingField
          file={file}
          choices={choices}
          onEncoding={(encoding) =>
            void store.readAgain([{ id: file.id, choices: { ...choices, encoding, passages: null } }])
          }
        />
        <QuestionsField guide={place.guide} choices={choices} summary={summary} onChange={change} />
      </div>
      {summary.table && (
        <ColumnsField
          table={summary.table}
          onChange={(columns) => change({ reading: { ...choices.reading, columns } })}
        />
      )}
      <Speakers choices={choices} summary={summary} place={place} known={place.speakers} onChange={change} />
      <TextPreview
        preview={preview}
        choices={choices}
        guide={place.guide}
        target={target}
        onChange={change}
      />
      <WhatChanges
        comparison={comparison}
        current={current}
        failed={failed || loaded?.ok === false}
        place={place}
        onRetry={retry}
      />
      <Decision
        ready={comparison !== null && !preview.busy}
        reason={reason}
        onReason={onReason}
        onCancel={onCancel}
        onReplace={() => {
          if (!current || !comparison) return;
          const fromVersionId = current.text.versionId;
          void onReplace(
            choices,
            { transcriptId: transcript.id, fromVersionId, reason },
            comparison.waiting.length,
          );
        }}
      />
    </>
  );
}
