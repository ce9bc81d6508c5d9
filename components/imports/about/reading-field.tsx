"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import type { ImportChoices } from "@/lib/schemas/imports";
import type { Summary } from "../model/parsing";

interface ReadingFieldProps {
  choices: ImportChoices;
  summary: Summary;
  onChange: (changes: Partial<ImportChoices>) => void;
}

/** How turns are made of the file's lines, as far as there is anything to choose. */
export function ReadingField({ choices, summary, onChange }: ReadingFieldProps) {
  const t = useTranslations("imports.reading");
  if (!summary.may.joinTurns) return null;
  return (
    <Checkbox
      label={t("joinTurns")}
      hint={t("joinTurnsHint")}
      checked={choices.reading.joinTurns}
      onCheckedChange={(checked) =>
        onChange({ reading: { ...choices.reading, joinTurns: checked === true }, passages: null })
      }
    />
  );
}
