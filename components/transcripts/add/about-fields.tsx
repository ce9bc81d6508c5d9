"use client";

import { useTranslations } from "use-intl";
import { Section } from "@/components/studies/section";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { matchQuestions, type ParsedTranscript } from "@/lib/domain/transcript";
import { ENCODINGS, type Encoding, TITLE_LIMIT, type TranscriptPlace } from "@/lib/schemas/transcripts";
import { useLanguageName } from "../language-name";
import { type Draft, pairable } from "./draft";
import { InterviewField } from "./interview-field";

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
/** Stands for no other language: a Select has no empty value. */
const NONE = "none";

interface AboutFieldsProps {
  draft: Draft;
  parsed: ParsedTranscript;
  place: TranscriptPlace;
  onChange: (changes: Partial<Draft>) => void;
  onEncoding: (encoding: Encoding) => void;
  onPlace: (place: TranscriptPlace) => void;
}

export function AboutFields({ draft, parsed, place, onChange, onEncoding, onPlace }: AboutFieldsProps) {
  const t = useTranslations("transcripts.new");
  const languageName = useLanguageName();
  const language = draft.language ?? parsed.language;
  const languages = LANGUAGES.includes(language) ? LANGUAGES : [language, ...LANGUAGES];
  const others = pairable(place, draft);
  return (
    <Section title={t("about")}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t("titleLabel")} required>
          <TextInput
            value={draft.title}
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
        <InterviewField draft={draft} place={place} onChange={onChange} onPlace={onPlace} />
        {(others.length > 0 || draft.pairWith !== null) && (
          <Field label={t("pair")} hint={t("pairHint")}>
            <Select
              value={draft.pairWith ?? NONE}
              options={[
                { value: NONE, label: t("noPair") },
                ...others.map(({ id, title }) => ({ value: id, label: title })),
              ]}
              onValueChange={(value) => onChange({ pairWith: value === NONE ? null : value })}
            />
          </Field>
        )}
        {draft.preview?.encoding && (
          <Field label={t("encoding")} hint={t("encodingHint")}>
            <Select
              value={draft.preview.encoding}
              options={ENCODINGS.map((value) => ({ value, label: t(`encodings.${value}`) }))}
              onValueChange={onEncoding}
            />
          </Field>
        )}
      </div>
      {place.guide.length > 0 && (
        <Checkbox
          label={t("questions")}
          hint={draft.questions ? <Matched parsed={parsed} place={place} /> : undefined}
          checked={draft.questions}
          onCheckedChange={(checked) => onChange({ questions: checked === true })}
        />
      )}
    </Section>
  );
}

function Matched({ parsed, place }: { parsed: ParsedTranscript; place: TranscriptPlace }) {
  const t = useTranslations("transcripts.new");
  const passages = matchQuestions(parsed, place.guide);
  const asked = new Set(passages.map(({ questionId }) => questionId));
  const answered = new Set(passages.filter((each) => each.answered).map(({ questionId }) => questionId));
  return t("matched", { count: asked.size, answered: answered.size });
}
