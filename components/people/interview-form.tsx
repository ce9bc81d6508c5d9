"use client";

import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useShownValue } from "@/components/live/use-shown-value";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { useFormErrors } from "@/components/ui/form-errors";
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
  const shown = useShownValue();
  const hint = (field: keyof InterviewFields, usual?: string) => {
    const value = theirs[field];
    if (value === undefined) return usual;
    return words("theirs", { value: shown(String(value).replaceAll("\n", ", ")) });
  };
  const others = people.interviewees.filter(({ id }) => theirs.intervieweeIds?.toString().includes(id));
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
      <With
        people={people}
        initial={fields.intervieweeIds}
        hint={
          theirs.intervieweeIds !== undefined &&
          words("theirs", {
            value: shown(others.map(({ number, position }) => `${number} ${position}`.trim()).join(", ")),
          })
        }
      />
    </>
  );
}

/** Most interviewees offered at once; of more, some are found by typing. */
const OFFERED = 40;

interface WithProps {
  people: People;
  initial: readonly string[];
  hint: ReactNode;
}

/** With whom the interview was held: several boxes that are one field, with its hint and its error. */
function With({ people, initial, hint }: WithProps) {
  const t = useTranslations("people.interview");
  const told = useId();
  const error = useFormErrors().intervieweeIds;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(initial));
  const [query, setQuery] = useState("");
  const wanted = query.normalize("NFKC").toLowerCase();
  const found = people.interviewees.filter(({ id, number, position }) =>
    query === ""
      ? initial.includes(id)
      : `${number} ${position}`.normalize("NFKC").toLowerCase().includes(wanted),
  );
  const many = people.interviewees.length > OFFERED;
  const offered = query === "" ? [...new Set([...found, ...people.interviewees])] : found;
  return (
    <fieldset aria-describedby={hint || error ? told : undefined} className="grid gap-1.5">
      <legend className="mb-1 font-medium text-sm">{t("with")}</legend>
      {[...chosen].map((id) => (
        <input key={id} type="hidden" name="intervieweeIds" value={id} />
      ))}
      {many && (
        <Field label={t("find")} hint={t("chosen", { count: chosen.size })}>
          <TextInput
            type="search"
            value={query}
            autoComplete="off"
            onChange={(event) => setQuery(event.target.value)}
          />
        </Field>
      )}
      <div className="grid max-h-56 gap-1.5 overflow-y-auto">
        {offered.slice(0, OFFERED).map(({ id, number, position }) => (
          <Checkbox
            key={id}
            checked={chosen.has(id)}
            onCheckedChange={(on) =>
              setChosen(
                (before) => new Set(on === true ? [...before, id] : [...before].filter((x) => x !== id)),
              )
            }
            label={`${number} ${position}`}
          />
        ))}
      </div>
      {(hint || error) && (
        <div id={told} className="grid gap-1 text-sm">
          {hint && <p className="text-faint">{hint}</p>}
          {error && (
            <p data-form-error tabIndex={-1} className="font-medium text-danger">
              {error}
            </p>
          )}
        </div>
      )}
    </fieldset>
  );
}
