"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { HOME, studyRoute } from "@/components/shell/routes";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { createStudy } from "@/lib/server/studies/actions";

interface Source {
  id: string;
  title: string;
}

/** Stands for sharing with nobody: a Select has no empty value. */
const OWN = "own";
const sourceOf = (value: FormDataEntryValue | null) =>
  value === null || value === OWN ? null : String(value);

export function NewStudyForm({ codebooks, guides }: { codebooks: Source[]; guides: Source[] }) {
  const t = useTranslations("studies");
  const common = useTranslations("common");
  const router = useRouter();
  // Made once for this form, so that pressing twice after a lost answer makes one study.
  const [ids] = useState(() => ({ eventId: crypto.randomUUID(), studyId: crypto.randomUUID() }));
  return (
    <ActionForm
      action={createStudy}
      input={(data) => ({
        ...ids,
        title: String(data.get("title")),
        description: String(data.get("description")),
        codebookFrom: sourceOf(data.get("codebookFrom")),
        guideFrom: sourceOf(data.get("guideFrom")),
      })}
      submit={t("new.submit")}
      secondary={
        <Button asChild variant="quiet">
          <Link href={HOME}>{common("cancel")}</Link>
        </Button>
      }
      onDone={({ id }) => router.push(studyRoute(id))}
    >
      <Field label={t("fields.title")} name="title" hint={t("fields.titleHint")} required>
        <TextInput autoComplete="off" />
      </Field>
      <Field
        label={t("fields.description")}
        name="description"
        hint={t("fields.descriptionHint")}
        required={false}
      >
        <TextArea />
      </Field>
      <SourceField label={t("new.codebook")} name="codebookFrom" sources={codebooks} />
      <SourceField label={t("new.guide")} name="guideFrom" sources={guides} />
    </ActionForm>
  );
}

/** Its own, or another study's; not asked where there is no other. */
function SourceField({ label, name, sources }: { label: string; name: string; sources: Source[] }) {
  const t = useTranslations("studies.new");
  if (sources.length === 0) return null;
  const shared = sources.map(({ id, title }) => ({ value: id, label: t("sharedWith", { title }) }));
  return (
    <Field label={label} name={name} hint={t("shareHint")}>
      <Select options={[{ value: OWN, label: t("own") }, ...shared]} defaultValue={OWN} />
    </Field>
  );
}
