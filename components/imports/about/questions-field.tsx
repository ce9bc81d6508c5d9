"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import type { ImportChoices } from "@/lib/schemas/imports";
import type { TranscriptPlace } from "@/lib/schemas/transcripts";
import type { Summary } from "../model/parsing";

interface QuestionsFieldProps {
  guide: TranscriptPlace["guide"];
  choices: ImportChoices;
  summary: Summary;
  onChange: (changes: Partial<ImportChoices>) => void;
}

/** Whether turns that ask the guide's questions open passages, and how many were found. */
export function QuestionsField({ guide, choices, summary, onChange }: QuestionsFieldProps) {
  const t = useTranslations("transcripts.new");
  if (guide.length === 0) return null;
  return (
    <Checkbox
      label={t("questions")}
      hint={choices.questions ? <Matched choices={choices} summary={summary} /> : undefined}
      checked={choices.questions}
      onCheckedChange={(checked) => onChange({ questions: checked === true })}
    />
  );
}

function Matched({ choices, summary }: { choices: ImportChoices; summary: Summary }) {
  const t = useTranslations("transcripts.new");
  const passages = choices.passages ?? summary.passages;
  const asked = new Set(passages.map(({ questionId }) => questionId));
  const answered = new Set(passages.filter((each) => each.answered).map(({ questionId }) => questionId));
  return t("matched", { count: asked.size, answered: answered.size });
}
