"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import type { ActionResult } from "@/lib/access/errors";

interface ConfirmProps<Value> {
  trigger: ReactNode;
  title: string;
  /** What happens, what is kept, how it is taken back. */
  body: string;
  submit: string;
  action: (eventId: string) => Promise<ActionResult<Value>>;
  onDone: () => void;
}

/** Asks before something that others would notice. */
export function Confirm<Value>({ trigger, title, body, submit, action, onDone }: ConfirmProps<Value>) {
  const t = useTranslations("common");
  const errorText = useErrorText();
  const [open, setOpen] = useState(false);
  const { run, pending, error } = useAction(action, {
    onDone: () => {
      setOpen(false);
      onDone();
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={title}
      description={body}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t("cancel")}</Button>
          </DialogClose>
          <Button variant="danger" busy={pending} onClick={() => run(crypto.randomUUID())}>
            {submit}
          </Button>
        </>
      }
    >
      {error && (
        <Callout kind="error" live>
          {errorText(error).message}
        </Callout>
      )}
    </Dialog>
  );
}
