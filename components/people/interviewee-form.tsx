"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { NumberInput, TextInput } from "@/components/ui/text-input";
import { PERMISSIONS, type Permission } from "@/lib/domain/permission";
import type { IntervieweeFields, People } from "@/lib/schemas/people";
import { addInterviewee, addSector } from "@/lib/server/people/actions";

/** The choice that asks for the name of a sector that is not there yet. */
const NEW = "new";

export interface IntervieweeForm extends IntervieweeFields {
  /** Name of a sector to be made first; otherwise null. */
  newSector: string | null;
}

/** The number goes as typed, and is parsed with everything else by the action's schema. */
export function readForm(data: FormData): IntervieweeForm {
  const text = (name: string) => String(data.get(name) ?? "");
  return {
    number: text("number") as unknown as number,
    sectorId: text("sectorId"),
    position: text("position"),
    permission: text("permission") as Permission,
    name: text("name"),
    newSector: data.has("sector") ? text("sector") : null,
  };
}

/** Adds an interviewee, and before that the sector, where a new one is named. */
export async function addWithSector(
  studyId: string,
  events: { sector: string; interviewee: string },
  { newSector, ...fields }: IntervieweeForm,
) {
  const ids = { eventId: events.interviewee, id: crypto.randomUUID() };
  if (newSector === null) return addInterviewee({ ...ids, studyId, ...fields });
  const made = await addSector({ eventId: events.sector, id: crypto.randomUUID(), studyId, name: newSector });
  if (!made.ok)
    return { ...made, error: { ...made.error, fields: { sector: made.error.fields?.name ?? "wrong" } } };
  return addInterviewee({ ...ids, studyId, ...fields, sectorId: made.value.id });
}

interface FormFieldsProps {
  people: People;
  fields: IntervieweeFields;
  /** What somebody else has made of a field meanwhile. */
  theirs: Readonly<Record<string, string | number>>;
  /** Whether a sector that is not there yet may be named. */
  adding?: boolean;
}

export function IntervieweeFormFields({ people, fields, theirs, adding = false }: FormFieldsProps) {
  const t = useTranslations("people");
  const [sector, setSector] = useState<string>(fields.sectorId || NEW);
  const hint = (field: keyof IntervieweeFields, usual?: string) => {
    const value = theirs[field];
    return value === undefined ? usual : t("theirs", { value: String(value) });
  };
  const sectors = people.sectors.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Field label={t("number")} name="number" hint={hint("number", t("numberHint"))} required>
        <NumberInput defaultValue={fields.number} />
      </Field>
      <Field label={t("sector")} name="sectorId" hint={hint("sectorId")} required>
        <Select
          options={adding ? [...sectors, { value: NEW, label: t("newSector") }] : sectors}
          value={sector}
          onValueChange={setSector}
        />
      </Field>
      {sector === NEW && (
        <Field label={t("sectorSheet.new")} name="sector" required>
          <TextInput autoComplete="off" />
        </Field>
      )}
      <Field
        label={t("position")}
        name="position"
        hint={hint("position", t("positionHint"))}
        required={false}
      >
        <TextInput defaultValue={fields.position} autoComplete="off" />
      </Field>
      <Field
        label={t("permission")}
        name="permission"
        hint={hint("permission", t("permissionHint"))}
        required
      >
        <Select
          options={PERMISSIONS.map((value) => ({ value, label: t(`permissions.${value}`) }))}
          defaultValue={fields.permission}
        />
      </Field>
      {people.may.seeNames && (
        <Field label={t("name")} name="name" hint={hint("name", t("nameHint"))} required={false}>
          <TextInput defaultValue={fields.name} autoComplete="off" />
        </Field>
      )}
    </>
  );
}
