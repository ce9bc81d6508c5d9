"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ImportChoices } from "@/lib/schemas/imports";
import { ENCODINGS, type Encoding } from "@/lib/schemas/transcripts";
import type { BatchFile } from "../model/files";

interface EncodingFieldProps {
  file: BatchFile;
  choices: ImportChoices;
  onEncoding: (encoding: Encoding) => void;
}

/** How the letters of a file are written, where the format does not say so itself. */
export function EncodingField({ file, choices, onEncoding }: EncodingFieldProps) {
  const t = useTranslations("transcripts.new");
  if (!file.facts?.encoding) return null;
  return (
    <Field label={t("encoding")} hint={t("encodingHint")}>
      <Select
        value={choices.encoding ?? file.facts.encoding}
        options={ENCODINGS.map((value) => ({ value, label: t(`encodings.${value}`) }))}
        onValueChange={onEncoding}
      />
    </Field>
  );
}
