"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { useEventId } from "@/components/ui/use-event-id";
import { useSaved } from "@/components/ui/use-saved";
import { useToastError } from "@/components/ui/use-toast-error";
import type { CodeRow } from "@/lib/schemas/codebook";
import { restoreCode, retireCode } from "@/lib/server/codebook/actions";
import { useChanged } from "./use-undo";

/** Takes a code out of use, with the reason. */
export function RetireCode({ code: { id, name } }: { code: CodeRow }) {
  const t = useTranslations("codebook.retireDialog");
  const words = useTranslations("codebook");
  const eventId = useEventId();
  const changed = useChanged();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="quiet">{words("retire")}</Button>}
      title={t("title", { name })}
      description={t("description")}
    >
      <ActionForm
        action={retireCode}
        input={(data) => ({ eventId, codeId: id, reason: String(data.get("reason")) })}
        submit={words("retire")}
        onDone={({ codes }) => {
          changed(words("retiredDone", { count: codes.length }), eventId);
          setOpen(false);
        }}
      >
        <Field label={t("reason")} name="reason" required>
          <TextArea rows={2} className="min-h-14!" />
        </Field>
      </ActionForm>
    </Dialog>
  );
}

/** Takes a retired code into use again. */
export function RestoreCode({ code: { id, name } }: { code: CodeRow }) {
  const t = useTranslations("codebook");
  const saved = useSaved();
  const { run, pending } = useAction(restoreCode, {
    onFailed: useToastError(),
    onDone: () => saved(t("restored", { name })),
  });
  return (
    <Button busy={pending} onClick={() => run({ eventId: crypto.randomUUID(), codeId: id })}>
      {t("restore")}
    </Button>
  );
}
