"use client";

import { useTranslations } from "use-intl";
import { Section } from "@/components/studies/section";
import { useLanguageName } from "@/components/transcripts/language-name";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { BatchPlace, ImportChoices } from "@/lib/schemas/imports";
import { type Encoding, TITLE_LIMIT } from "@/lib/schemas/transcripts";
import type { BatchFile } from "../model/files";
import type { AmongOthers } from "../model/pairs";
import { EncodingField } from "./encoding-field";
import { KindFields } from "./kind-fields";
import { PairField } from "./pair-field";
import { QuestionsField } from "./questions-field";
import { ReadingField } from "./reading-field";

const LANGUAGES = [
  "en",
  "ja",
  "zh",
  "ko",
  "fr",
  "es",
  "pt",
  "de",
  "id",
  "th",
  "lo",
  "km",
  "my",
  "vi",
  "tl",
  "ar",
  "ru",
];

export interface AboutProps extends AmongOthers {
  onChange: (changes: Partial<ImportChoices>) => void;
  /** Changes what was chosen for another file of the batch. */
  onChangeOf: (file: BatchFile, changes: Partial<ImportChoices>) => void;
  onEncoding: (encoding: Encoding) => void;
  onPlace: (place: BatchPlace) => void;
}

/** What kind of source it is, whose, in which language, and how it is written. */
export function AboutFields(props: AboutProps) {
  const t = useTranslations("transcripts.new");
  const { file, choices, summary, place, onChange, onEncoding } = props;
  const languageName = useLanguageName();
  const language = choices.language ?? summary.language;
  const languages = LANGUAGES.includes(language) ? LANGUAGES : [language, ...LANGUAGES];
  return (
    <Section title={t("about")}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t("titleLabel")} required>
          <TextInput
            value={choices.title}
            maxLength={TITLE_LIMIT}
            autoComplete="off"
            onChange={(event) => onChange({ title: event.target.value })}
          />
        </Field>
        <Field label={t("language")}>
          <Select
            value={language}
            options={languages.map((value) => ({ value, label: languageName(value) }))}
            onValueChange={(value) => onChange({ language: value, pairWith: null })}
          />
        </Field>
        <KindFields {...props} />
        <PairField {...props} />
        <EncodingField file={file} choices={choices} onEncoding={onEncoding} />
      </div>
      <ReadingField choices={choices} summary={summary} onChange={onChange} />
      <QuestionsField guide={place.guide} choices={choices} summary={summary} onChange={onChange} />
    </Section>
  );
}
