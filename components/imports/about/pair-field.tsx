"use client";

import { useTranslations } from "use-intl";
import { useLanguageName } from "@/components/transcripts/language-name";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ImportChoices } from "@/lib/schemas/imports";
import { pairOptions } from "../model/pairs";
import type { AboutProps } from "./about-fields";

/** Stands for no other language: a Select has no empty value. */
const NONE = "none";

/** The same talk in another language: in the file itself, in another file, or in a transcript that is there. */
export function PairField(props: AboutProps) {
  const t = useTranslations("imports.about");
  const languageName = useLanguageName();
  const { choices, summary, onChange } = props;
  const { languages } = summary;
  const options = pairOptions(props);
  if (choices.kind !== "interview") return null;
  if (languages)
    return (
      <Checkbox
        label={t("bothLanguages", { one: languageName(languages[0]), other: languageName(languages[1]) })}
        hint={t("bothLanguagesHint")}
        checked={choices.bothLanguages}
        onCheckedChange={(checked) => onChange({ bothLanguages: checked === true, pairWith: null })}
      />
    );
  if (options.length === 0 && choices.pairWith === null) return null;
  return (
    <Field label={t("pair")} hint={options.some(({ likely }) => likely) ? t("pairLikely") : t("pairHint")}>
      <Select
        value={choices.pairWith ? `${choices.pairWith.is}:${choices.pairWith.id}` : NONE}
        options={[
          { value: NONE, label: t("noPair") },
          ...options.map(({ value, title, likely }) => ({
            value,
            label: likely ? t("likely", { title }) : title,
          })),
        ]}
        onValueChange={(value) => onChange({ pairWith: pairOf(value) })}
      />
    </Field>
  );
}

function pairOf(value: string): ImportChoices["pairWith"] {
  const [is = "", id = ""] = value.split(":");
  return is === "transcript" || is === "upload" ? { is, id } : null;
}
