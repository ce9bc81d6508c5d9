"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
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
import { Working } from "./working";

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
  const format = useFormatter();
  const errorText = useErrorText();
  const [at, setAt] = useState("");
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  const [eventId, setEventId] = useState(() => crypto.randomUUID());
  const look = useAction(previewRestore, { onDone: setPreview });
  const restore = useAction(restoreCodings, {
    onDone: () => onDone(eventId),
    onFailed: () => {
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
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("lead", { days: DELETED_DAYS })}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t("cancel")}</Button>
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
                if (chosen) look.run({ studyId, moment: chosen });
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
        {(look.pending || restore.pending) && (
          <Working
            words={
              restore.pending && preview
                ? t("working", { codings: sum(preview.codings), segments: sum(preview.segments) })
                : t("looking")
            }
          />
        )}
        {preview?.at && (
          <p className="font-medium">
            {t("asThen", { at: format.dateTime(new Date(preview.at), "moment") })}
          </p>
        )}
        {preview && (changes ? <Preview preview={preview} /> : <p role="status">{t("nothing")}</p>)}
        {error && (
          <Callout kind="error" live>
            {errorText(error).message}
          </Callout>
        )}
      </div>
    </Dialog>
  );
}

const sum = ({ back, gone, changed }: Counts) => back + gone + changed;
