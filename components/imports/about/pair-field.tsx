"use client";

import { useTranslations } from "use-intl";
import { useLanguageName } from "@/components/transcripts/language-name";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ImportChoices } from "@/lib/schemas/imports";
import { chosenBy, pairOptions } from "../model/pairs";
import type { AboutProps } from "./about-fields";

/** Stands for no other language: a Select has no empty value. */
const NONE = "none";

/** The same talk in another language: in the file itself, in another file, or in a transcript that is there. */
export function PairField(props: AboutProps) {
  const t = useTranslations("imports.about");
  const languageName = useLanguageName();
  const { choices, summary, onChange, onChangeOf } = props;
  const { languages } = summary;
  const options = pairOptions(props);
  if (choices.kind !== "interview") return null;
  if (languages)
    return (
      <Checkbox
        label={t("bothLanguages", { one: languageName(languages[0]), other: languageName(languages[1]) })}
        hint={t("bothLanguagesHint")}
        checked={choices.bothLanguages}
        onCheckedChange={(checked) =>
          onChange({ bothLanguages: checked === true, pairWith: null, passages: null })
        }
      />
    );
  if (options.length === 0 && choices.pairWith === null) return null;
  const other = chosenBy(props);
  const chosen = choices.pairWith ?? (other ? { is: "upload" as const, id: other.id } : null);
  const choose = (value: string) => {
    if (other) onChangeOf(other, { pairWith: null });
    onChange({ pairWith: pairOf(value) });
  };
  return (
    <Field label={t("pair")} hint={options.some(({ likely }) => likely) ? t("pairLikely") : t("pairHint")}>
      <Select
        value={chosen ? `${chosen.is}:${chosen.id}` : NONE}
        options={[
          { value: NONE, label: t("noPair") },
          ...options.map(({ value, title, likely }) => ({
            value,
            label: likely ? t("likely", { title }) : title,
          })),
        ]}
        onValueChange={choose}
      />
    </Field>
  );
}

function pairOf(value: string): ImportChoices["pairWith"] {
  const [is = "", id = ""] = value.split(":");
  return is === "transcript" || is === "upload" ? { is, id } : null;
}
