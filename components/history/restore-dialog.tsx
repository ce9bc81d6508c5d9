"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { awaiting } from "@/components/long-work/awaited";
import { stopWork } from "@/components/long-work/use-work";
import { WorkProgress } from "@/components/long-work/work-bar";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Counts, RestorePreview } from "@/lib/schemas/history";
import { DELETED_DAYS } from "@/lib/schemas/keeping";
import { previewRestore, restoreCodings } from "@/lib/server/history/actions";
import { Preview } from "./restore-preview";

const CANCELLED = "work_cancelled";

/** Its page may show it when this dialog is closed. */
const restoringAwaited = (input: Parameters<typeof restoreCodings>[0]) =>
  awaiting(input.eventId, restoreCodings(input));

interface RestoreDialogProps {
  studyId: string;
  /** The event right after which the codings were what they are to be; null where a time is to be chosen. */
  seq: number | null;
  onClose: () => void;
  /** With the id of the event that did it. */
  onDone: (eventId: string) => void;
}

/** Brings the codings back to a time: what that would do first, then the doing. */
export function RestoreDialog({ studyId, seq, onClose, onDone }: RestoreDialogProps) {
  const t = useTranslations("history.restore");
  const common = useTranslations("common");
  const format = useFormatter();
  const errorText = useErrorText();
  const [at, setAt] = useState("");
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  const [eventId, setEventId] = useState(() => crypto.randomUUID());
  const [workId, setWorkId] = useState("");
  const look = useAction(previewRestore, { onDone: setPreview });
  const restore = useAction(restoringAwaited, {
    onDone: () => onDone(eventId),
    onFailed: ({ detail }) => {
      if (detail === CANCELLED) return;
      // What was shown is not what it would do any more: it is looked at once more, and is another step then.
      setPreview(null);
      setEventId(crypto.randomUUID());
    },
  });
  const chosen = seq !== null ? { seq } : at === "" ? null : { at: new Date(at).toISOString() };
  const changes = preview && preview.transcripts > 0;
  const error = restore.error ?? look.error;
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => {
        if (open) return;
        // Nobody sees any more what it finds.
        if (look.pending) void stopWork(studyId, workId);
        onClose();
      }}
      title={t("title")}
      description={t("lead", { days: DELETED_DAYS })}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{restore.pending ? common("close") : t("cancel")}</Button>
          </DialogClose>
          {preview ? (
            <Button
              variant="danger"
              busy={restore.pending}
              disabled={!changes}
              onClick={() => restore.run({ eventId, studyId, seq: preview.seq, base: preview.base })}
            >
              {t("submit")}
            </Button>
          ) : (
            <Button
              variant="primary"
              busy={look.pending}
              disabled={chosen === null}
              onClick={() => {
                restore.clear();
                const id = crypto.randomUUID();
                setWorkId(id);
                if (chosen) look.run({ workId: id, studyId, moment: chosen });
              }}
            >
              {t("look")}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-4">
        {seq === null && (
          <div className="max-w-64">
            <Field label={t("at")}>
              <TextInput
                type="datetime-local"
                value={at}
                onChange={({ target }) => {
                  setAt(target.value);
                  setPreview(null);
                }}
              />
            </Field>
          </div>
        )}
        {restore.pending && preview && (
          <p>{t("working", { codings: sum(preview.codings), segments: sum(preview.segments) })}</p>
        )}
        {restore.pending && <WorkProgress studyId={studyId} kind="restore" id={eventId} />}
        {look.pending && <WorkProgress studyId={studyId} kind="look" id={workId} />}
        {preview?.at && (
          <p className="font-medium">
            {t("asThen", { at: format.dateTime(new Date(preview.at), "moment") })}
          </p>
        )}
        {/* While it runs, how far it has come is all that is to be seen, however far one had scrolled. */}
        {preview &&
          !restore.pending &&
          (changes ? <Preview preview={preview} /> : <p role="status">{t("nothing")}</p>)}
        {error && (
          <Callout kind={error.detail === CANCELLED ? "info" : "error"} live>
            {errorText(error).message}
          </Callout>
        )}
      </div>
    </Dialog>
  );
}

const sum = ({ back, gone, changed }: Counts) => back + gone + changed;
