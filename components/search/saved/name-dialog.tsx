"use client";

import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useEventId } from "@/components/ui/use-event-id";
import type { ActionResult } from "@/lib/access/errors";

interface NameDialogProps {
  trigger: ReactNode;
  title: string;
  description?: string;
  name: string;
  action: (eventId: string, name: string) => Promise<ActionResult<unknown>>;
  onDone: (name: string) => void;
}

/** Asks for the name under which a search is kept. */
export function NameDialog({ trigger, title, description, name, action, onDone }: NameDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen} trigger={trigger} title={title} description={description}>
      <NameForm
        name={name}
        action={action}
        onDone={(chosen) => {
          setOpen(false);
          onDone(chosen);
        }}
      />
    </Dialog>
  );
}

function NameForm({ name, action, onDone }: Pick<NameDialogProps, "name" | "action" | "onDone">) {
  const t = useTranslations("search.saved");
  const eventId = useEventId();
  const [typed, setTyped] = useState(name);
  return (
    <ActionForm
      action={(chosen: string) => action(eventId, chosen)}
      input={() => typed}
      onDone={() => onDone(typed.trim())}
      submit={t("submit")}
    >
      <Field label={t("name")} name="name" required>
        <TextInput value={typed} maxLength={120} onChange={(event) => setTyped(event.target.value)} />
      </Field>
    </ActionForm>
  );
}
