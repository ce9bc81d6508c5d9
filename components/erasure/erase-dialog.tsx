"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import type { ActionResult } from "@/lib/access/errors";
import { ERASE_REASONS, type ErasedNow, type ErasePreview, type EraseReason } from "@/lib/schemas/erasure";
import { Counts } from "./counts";
import { WhatGoes } from "./what-goes";
import { Working } from "./working";

interface EraseDialogProps {
  words: { title: string; lead: string; submit: string; confirm: string; done: string };
  /** What is to be typed before anything is done. */
  expected: string;
  /** Whether it is a person, whose own data go too. */
  ofPerson: boolean;
  preview: ErasePreview | null;
  /** What must be chosen about it first. */
  children?: ReactNode;
  erase: (eventId: string, reason: EraseReason) => Promise<ActionResult<ErasedNow>>;
  onClose: () => void;
  /** Once it is done, and the dialog has said so. */
  onErased: () => void;
}

/** Erases for good: what goes and what stays first, then a reason and a word typed by hand, then what went. */
export function EraseDialog(props: EraseDialogProps) {
  const { words, expected, ofPerson, preview, children, erase, onClose, onErased } = props;
  const t = useTranslations("erasure");
  const errorText = useErrorText();
  // Sent again after a failure, it is the same erasure.
  const [eventId] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState<EraseReason>("consent");
  const [typed, setTyped] = useState("");
  const [erased, setErased] = useState<ErasedNow | null>(null);
  const { run, pending, error } = useAction((why: EraseReason) => erase(eventId, why), { onDone: setErased });
  const close = () => {
    if (erased) onErased();
    else if (!pending) onClose();
  };
  if (erased) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && close()}
        title={words.done}
        footer={
          <DialogClose>
            <Button variant="primary">{t("close")}</Button>
          </DialogClose>
        }
      >
        <div role="status" className="grid gap-4">
          <section>
            <h3 className="font-medium">{t("gone")}</h3>
            <Counts counts={erased} ofPerson={ofPerson} />
          </section>
          <Callout kind="warning">{t("backups")}</Callout>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && close()}
      title={words.title}
      description={words.lead}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet" disabled={pending}>
              {t("cancel")}
            </Button>
          </DialogClose>
          <Button
            variant="danger"
            busy={pending}
            disabled={preview === null || typed.trim() !== expected}
            onClick={() => run(reason)}
          >
            {words.submit}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        {children}
        {preview === null ? (
          <Working words={t("looking")} />
        ) : (
          <WhatGoes preview={preview} ofPerson={ofPerson} />
        )}
        <div className="grid items-start gap-4 border-line border-t pt-4 sm:grid-cols-2">
          <Field label={t("reason")} hint={t("reasonHint")}>
            <Select
              options={ERASE_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
              value={reason}
              onValueChange={setReason}
            />
          </Field>
          <Field label={words.confirm}>
            <TextInput
              value={typed}
              autoComplete="off"
              onChange={({ target }) => setTyped(target.value)}
              className="max-w-40"
            />
          </Field>
        </div>
        {pending && <Working words={t("working")} />}
        {error && (
          <Callout kind="error" live>
            {errorText(error).message}
          </Callout>
        )}
      </div>
    </Dialog>
  );
}
