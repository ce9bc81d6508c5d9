"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { useEdit } from "@/components/ui/use-edit";
import { useSaved } from "@/components/ui/use-saved";
import type { StudyFields } from "@/lib/schemas/studies";
import { editStudy } from "@/lib/server/studies/actions";

/** What the study says of itself. Fields that somebody else changed meanwhile are merged, or shown as a conflict. */
export function StudyForm({ studyId, fields }: { studyId: string; fields: StudyFields }) {
  const t = useTranslations("studies");
  const common = useTranslations("common");
  const saved = useSaved();
  const { base, theirs, watch } = useEdit(fields);
  const hint = (field: keyof StudyFields) =>
    field in theirs ? t("settings.theirs", { value: String(theirs[field]) }) : t(`fields.${field}Hint`);
  return (
    <ActionForm
      action={async (wanted: StudyFields) =>
        watch(await editStudy({ eventId: crypto.randomUUID(), studyId, base, wanted }), wanted)
      }
      input={(data) => ({
        title: String(data.get("title")),
        description: String(data.get("description")),
        notice: String(data.get("notice")),
      })}
      submit={common("save")}
      onDone={() => saved(t("settings.saved"))}
    >
      <Field label={t("fields.title")} name="title" hint={hint("title")} required>
        <TextInput defaultValue={fields.title} autoComplete="off" />
      </Field>
      <Field label={t("fields.description")} name="description" hint={hint("description")} required={false}>
        <TextArea defaultValue={fields.description} />
      </Field>
      <Field label={t("fields.notice")} name="notice" hint={hint("notice")} required={false}>
        <TextArea defaultValue={fields.notice} />
      </Field>
    </ActionForm>
  );
}
