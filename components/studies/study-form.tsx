"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import type { StudyFields } from "@/lib/schemas/studies";
import { editStudy } from "@/lib/server/studies/actions";

/** What the study says of itself. Fields that somebody else changed meanwhile are merged, or shown as a conflict. */
export function StudyForm({ studyId, fields }: { studyId: string; fields: StudyFields }) {
  const t = useTranslations("studies");
  const common = useTranslations("common");
  const router = useRouter();
  return (
    <ActionForm
      action={editStudy}
      input={(data) => ({
        eventId: crypto.randomUUID(),
        studyId,
        base: fields,
        wanted: {
          title: String(data.get("wanted.title")),
          description: String(data.get("wanted.description")),
          notice: String(data.get("wanted.notice")),
        },
      })}
      submit={common("save")}
      onDone={() => {
        toast({ kind: "success", message: t("settings.saved") });
        router.refresh();
      }}
    >
      <Field label={t("fields.title")} name="wanted.title" hint={t("fields.titleHint")} required>
        <TextInput defaultValue={fields.title} autoComplete="off" />
      </Field>
      <Field
        label={t("fields.description")}
        name="wanted.description"
        hint={t("fields.descriptionHint")}
        required={false}
      >
        <TextArea defaultValue={fields.description} />
      </Field>
      <Field label={t("fields.notice")} name="wanted.notice" hint={t("fields.noticeHint")} required={false}>
        <TextArea defaultValue={fields.notice} />
      </Field>
    </ActionForm>
  );
}
