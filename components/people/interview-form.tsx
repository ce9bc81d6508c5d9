"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { NumberInput, TextInput } from "@/components/ui/text-input";
import type { InterviewFields, People } from "@/lib/schemas/people";

/** Minutes go as typed, and are parsed with everything else by the action's schema. */
export function readInterview(data: FormData): InterviewFields {
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const split = text("interviewers").split(/[,，、]/);
  return {
    date: text("date") || null,
    minutes: (text("minutes") || null) as number | null,
    interviewers: split.map((name) => name.trim()).filter((name) => name !== ""),
    mode: text("mode"),
    place: text("place"),
    intervieweeIds: data.getAll("intervieweeIds").map(String),
  };
}

interface FormFieldsProps {
  people: People;
  fields: InterviewFields;
  /** What somebody else has made of a field meanwhile. */
  theirs: Readonly<Record<string, string | number>>;
}

export function InterviewFormFields({ people, fields, theirs }: FormFieldsProps) {
  const t = useTranslations("people.interview");
  const words = useTranslations("people");
  const hint = (field: keyof InterviewFields, usual?: string) => {
    const value = theirs[field];
    return value === undefined ? usual : words("theirs", { value: String(value).replaceAll("\n", ", ") });
  };
  return (
    <>
      <Field label={t("date")} name="date" hint={hint("date")} required={false}>
        <TextInput type="date" defaultValue={fields.date ?? ""} className="max-w-44" />
      </Field>
      <Field label={t("minutes")} name="minutes" hint={hint("minutes")} required={false}>
        <NumberInput defaultValue={fields.minutes ?? ""} />
      </Field>
      <Field
        label={t("interviewers")}
        name="interviewers"
        hint={hint("interviewers", t("interviewersHint"))}
        required={false}
      >
        <TextInput defaultValue={fields.interviewers.join(", ")} autoComplete="off" />
      </Field>
      <Field label={t("mode")} name="mode" hint={hint("mode", t("modeHint"))} required={false}>
        <TextInput defaultValue={fields.mode} />
      </Field>
      <Field label={t("place")} name="place" hint={hint("place")} required={false}>
        <TextInput defaultValue={fields.place} />
      </Field>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1 font-medium text-sm">{t("with")}</legend>
        <div className="grid max-h-56 gap-1.5 overflow-y-auto">
          {people.interviewees.map(({ id, number, position }) => (
            <Checkbox
              key={id}
              name="intervieweeIds"
              value={id}
              defaultChecked={fields.intervieweeIds.includes(id)}
              label={`${number} ${position}`}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
