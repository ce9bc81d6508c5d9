"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useShownValue } from "@/components/live/use-shown-value";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { NumberInput, TextInput } from "@/components/ui/text-input";
import { citation, PERMISSIONS, type Permission } from "@/lib/domain/permission";
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

/** Whether a citation goes by the sector, and by nothing else. */
export function tellsSector(permission: Permission): boolean {
  const shown = citation({ permission, intervieweeNumber: 0, sector: "", name: null });
  return shown.number === null && shown.sector !== null;
}

interface FormFieldsProps {
  people: People;
  fields: IntervieweeFields;
  /** What somebody else has made of a field meanwhile. */
  theirs: Readonly<Record<string, string | number>>;
  /** Whether a sector that is not there yet may be named. */
  adding?: boolean;
  /** Whom the form is about; null for somebody new. */
  intervieweeId?: string | null;
}

export function IntervieweeFormFields({
  people,
  fields,
  theirs,
  adding = false,
  intervieweeId = null,
}: FormFieldsProps) {
  const t = useTranslations("people");
  const [sector, setSector] = useState<string>(fields.sectorId || NEW);
  const [permission, setPermission] = useState<Permission>(fields.permission);
  const isAlone = !people.interviewees.some((row) => row.sectorId === sector && row.id !== intervieweeId);
  const shown = useShownValue();
  const sectors = people.sectors.map(({ id, name }) => ({ value: id, label: name }));
  const permissions = PERMISSIONS.map((value) => ({ value, label: t(`permissions.${value}`) }));
  const labels = Object.fromEntries([...sectors, ...permissions].map(({ value, label }) => [value, label]));
  const hint = (field: keyof IntervieweeFields, usual?: string) => {
    const value = theirs[field];
    return value === undefined ? usual : t("theirs", { value: shown(value, labels) });
  };
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
        <Select options={permissions} value={permission} onValueChange={setPermission} />
      </Field>
      {isAlone && tellsSector(permission) && (
        <Callout kind="warning" live>
          {t("soleInSector")}
        </Callout>
      )}
      {people.may.seeNames && (
        <Field label={t("name")} name="name" hint={hint("name", t("nameHint"))} required={false}>
          <TextInput defaultValue={fields.name} autoComplete="off" />
        </Field>
      )}
    </>
  );
}
