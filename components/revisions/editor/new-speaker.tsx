"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { SPEAKER_ROLES } from "@/lib/schemas/transcripts";
import type { EditorSpeaker } from "./state";

interface NewSpeakerProps {
  onClose: () => void;
  onAdd: (speaker: EditorSpeaker) => void;
}

/** Asks for the label and the role of somebody who does not speak in the text yet. */
export function NewSpeaker({ onClose, onAdd }: NewSpeakerProps) {
  const t = useTranslations("revisions.edit");
  const common = useTranslations("common");
  const [label, setLabel] = useState("");
  const [role, setRole] = useState<EditorSpeaker["role"]>("other");
  const name = label.trim();
  const add = () => {
    onAdd({ label: name, role });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("newSpeakerTitle")}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button variant="primary" disabled={name === ""} onClick={add}>
            {t("addSpeaker")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label={t("label")} required>
          <TextInput value={label} maxLength={200} onChange={(event) => setLabel(event.target.value)} />
        </Field>
        <RadioGroup
          label={t("role")}
          value={role}
          onValueChange={setRole}
          options={SPEAKER_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
        />
      </div>
    </Dialog>
  );
}
