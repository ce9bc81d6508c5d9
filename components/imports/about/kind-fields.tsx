"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { SOURCE_KINDS, TITLE_LIMIT } from "@/lib/schemas/transcripts";
import type { AboutProps } from "./about-fields";
import { InterviewField } from "./interview-field";

/** An interview has interviewees; other sources have a publisher and a day. */
export function KindFields({ choices, place, onChange, onPlace }: AboutProps) {
  const t = useTranslations("imports.about");
  const kindName = useTranslations("transcripts.kinds");
  return (
    <>
      <Field label={t("kind")} hint={t("kindHint")}>
        <Select
          value={choices.kind}
          options={SOURCE_KINDS.map((value) => ({ value, label: kindName(value) }))}
          onValueChange={(kind) => onChange({ kind, interviewId: null, interviewees: [] })}
        />
      </Field>
      {choices.kind === "interview" ? (
        <InterviewField choices={choices} place={place} onChange={onChange} onPlace={onPlace} />
      ) : (
        <>
          <Field label={t("publisher")} required={false}>
            <TextInput
              value={choices.publisher}
              maxLength={TITLE_LIMIT}
              autoComplete="off"
              onChange={(event) => onChange({ publisher: event.target.value })}
            />
          </Field>
          <Field label={t("date")} required={false}>
            <TextInput
              type="date"
              value={choices.date ?? ""}
              onChange={(event) => onChange({ date: event.target.value || null })}
            />
          </Field>
        </>
      )}
    </>
  );
}
