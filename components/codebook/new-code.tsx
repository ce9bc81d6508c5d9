"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { withFieldNames } from "@/components/ui/field-names";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { useEventId } from "@/components/ui/use-event-id";
import { HUES, type NewCode as NewCodeFields } from "@/lib/schemas/codebook";
import type { Codebook } from "@/lib/schemas/codebook-views";
import { addCodes } from "@/lib/server/codebook/actions";
import { HueSelect } from "./code-form";
import { useChanged } from "./use-undo";

interface NewCodeProps {
  codebook: Codebook;
  parentId: string | null;
  onAdded: (id: string) => void;
  onClose: () => void;
}

/** Adds one code, at the top or below another; its page has the rest. */
export function NewCode({ codebook, parentId, onAdded, onClose }: NewCodeProps) {
  const t = useTranslations("codebook");
  const changed = useChanged();
  const eventId = useEventId();
  const parent = codebook.codes.find((code) => code.id === parentId);
  const roots = codebook.codes.filter((code) => code.parentId === null).length;
  const add = async (code: Omit<NewCodeFields, "id" | "parentId">) => {
    const codes = [{ ...code, id: crypto.randomUUID(), parentId }];
    const result = await addCodes({ eventId, studyId: codebook.studyId, codes });
    return withFieldNames(result, (path) => path.replace("codes.0.", ""));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={parent ? t("addBelow", { name: parent.name }) : t("addRoot")}
    >
      <ActionForm
        action={add}
        input={(data) => ({
          name: String(data.get("name")),
          hue: Number(data.get("hue")),
          definition: String(data.get("definition")),
          shortcut: String(data.get("shortcut")).trim() || null,
        })}
        submit={t("add")}
        onDone={({ codes }) => {
          changed(t("added", { count: codes.length }), eventId);
          if (codes[0]) onAdded(codes[0].id);
          onClose();
        }}
      >
        <Field label={t("fields.name")} name="name" required>
          <TextInput autoFocus autoComplete="off" />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("fields.hue")} name="hue">
            <HueSelect defaultValue={parent?.hue ?? roots % HUES.length} />
          </Field>
          <Field
            label={t("fields.shortcut")}
            name="shortcut"
            hint={t("fields.shortcutHint")}
            required={false}
          >
            <TextInput maxLength={2} autoComplete="off" className="max-w-16" />
          </Field>
        </div>
        <Field label={t("fields.definition")} name="definition" required={false}>
          <TextArea rows={3} />
        </Field>
      </ActionForm>
    </Dialog>
  );
}
