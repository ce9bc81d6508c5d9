"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import type { ChosenPassage } from "@/lib/schemas/imports";
import type { TranscriptPlace } from "@/lib/schemas/transcripts";

const BAR =
  "mt-3 mb-1 flex flex-wrap items-center gap-2 rounded-r-md border-accent border-l-3 bg-accent-tint px-2.5 py-1.5";

/** The question that the following turns answer, where it is only shown. */
export function FoundQuestion({
  passage,
  guide,
}: Pick<QuestionBarProps, "guide"> & { passage: ChosenPassage }) {
  const t = useTranslations("imports.preview");
  const question = guide.find(({ id }) => id === passage.questionId);
  return (
    <p className={BAR}>
      <strong className="text-accent">{question?.key}</strong>
      <span className="min-w-0 flex-1 basis-56">{question?.text}</span>
      <span className="text-soft text-sm">{t(passage.answered ? "answered" : "unanswered")}</span>
    </p>
  );
}

interface QuestionBarProps {
  /** What begins here; nothing yet where a question is being chosen. */
  passage: ChosenPassage | undefined;
  guide: TranscriptPlace["guide"];
  onQuestion: (questionId: string) => void;
  onAnswered: (answered: boolean) => void;
  onRemove: () => void;
}

/** The question that the following turns answer, and what of it can be corrected. */
export function QuestionBar({ passage, guide, onQuestion, onAnswered, onRemove }: QuestionBarProps) {
  const t = useTranslations("imports.preview");
  const question = guide.find(({ id }) => id === passage?.questionId);
  const name = question?.key ?? "";
  return (
    <div className={BAR}>
      <div className="min-w-0 flex-1 basis-56">
        <Select
          aria-label={t("question")}
          placeholder={t("chooseQuestion")}
          value={passage?.questionId}
          options={guide.map(({ id, key, text }) => ({ value: id, label: `${key}  ${text}` }))}
          onValueChange={onQuestion}
        />
      </div>
      {passage && (
        <Segmented
          label={t("answeredOf", { key: name })}
          value={passage.answered ? "answered" : "unanswered"}
          options={[
            { value: "answered", label: t("answered") },
            { value: "unanswered", label: t("unanswered") },
          ]}
          onChoose={(value) => onAnswered(value === "answered")}
        />
      )}
      <IconButton label={t("removeQuestion", { key: name })} icon={<X aria-hidden />} onClick={onRemove} />
    </div>
  );
}
