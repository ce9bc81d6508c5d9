"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { SignedOutNotice } from "@/components/drafts/notices";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import { useEventId } from "@/components/ui/use-event-id";
import { difference } from "@/lib/domain/revision";
import { REASON_LIMIT } from "@/lib/schemas/revisions";
import type { TranscriptText } from "@/lib/schemas/transcripts";
import { correctInPlace } from "@/lib/server/revisions/actions";
import { DifferenceView } from "../difference-view";
import { loadVersion } from "../model/load-version";
import { type Forecast, forecast, speakersChanged } from "./forecast";
import { type Editing, textNow } from "./state";

interface ReviewProps {
  editing: Editing;
  studyId: string;
  transcript: { id: string; language: string };
  personId: string;
  /** Whether the browser has the changes, should the page be left now. */
  kept: boolean;
  onClose: () => void;
  onStored: () => void;
  /** Somebody saved a newer version: one's own changes are to be laid over it. */
  onStale: (onto: TranscriptText) => void;
  onFailed: (message: string) => void;
}

/** What is not told in the words of its code. */
const TOLD_APART = ["stale", "unauthenticated"];

/** What saving will do, before it is done: the difference, and what becomes of the segments. */
export function Review(props: ReviewProps) {
  const { editing, studyId, transcript, onClose, onStale, onFailed } = props;
  const t = useTranslations("revisions");
  const errorText = useErrorText();
  const router = useRouter();
  const eventId = useEventId();
  const [reason, setReason] = useState("");
  const [segments, setSegments] = useState<Forecast | null>(null);
  const { base } = editing;
  const { text, turns } = useMemo(() => textNow(editing), [editing]);
  const edits = useMemo(() => difference(base.text, text), [base, text]);
  useEffect(() => {
    const abort = new AbortController();
    forecast(transcript.id, base, text, edits, abort.signal).then(setSegments, () => undefined);
    return () => abort.abort();
  }, [transcript.id, base, text, edits]);

  const save = useAction(correctInPlace, {
    onDone: ({ number, placed, queued }) => {
      toast({ kind: "success", message: t("edit.saved", { number, placed, queued }) });
      props.onStored();
      // The reader begins anew with the new text.
      router.push(studyRoute(studyId, "transcripts", `/${transcript.id}${queued > 0 ? "/queue" : ""}`));
      router.refresh();
    },
    onFailed: async ({ code }) => {
      if (code !== "stale") return;
      const newer = await loadVersion(transcript.id, null);
      if (newer.ok) onStale(newer.value);
      else onFailed(errorText({ code: newer.code }).message);
    },
  });
  const submit = () =>
    save.run({
      eventId,
      transcriptId: transcript.id,
      personId: props.personId,
      fromVersionId: base.versionId,
      reason,
      edits: edits.map(({ start, end, insert }) => [start, end, insert]),
      turns: turns.map(({ start, bodyStart, end, speaker, atMs, align }) => [
        ...([start, bodyStart, end] as const),
        ...([speaker, atMs, align] as const),
      ]),
      speakers: [...editing.speakers],
    });
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("review.title")}
      description={t("review.counts", {
        edits: edits.length,
        speakers: speakersChanged(editing),
        before: base.turns.length,
        after: turns.length,
      })}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t("review.back")}</Button>
          </DialogClose>
          <Button variant="primary" busy={save.pending} onClick={submit}>
            {t("review.save")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {save.error?.code === "unauthenticated" && <SignedOutNotice error={save.error} kept={props.kept} />}
        {save.error && !TOLD_APART.includes(save.error.code) && (
          <Callout live kind="error">
            {errorText(save.error).message}
          </Callout>
        )}
        {(segments || !save.error) && (
          <p role="status">{segments ? t("review.segments", { ...segments }) : t("review.reading")}</p>
        )}
        <Field label={t("review.reason")} hint={t("review.reasonHint")} required={false}>
          <TextInput
            value={reason}
            maxLength={REASON_LIMIT}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <DifferenceView before={base.text} after={text} language={transcript.language} />
      </div>
    </Dialog>
  );
}
