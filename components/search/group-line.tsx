"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import type { FoundTranscript } from "./model/results";

interface GroupLineProps {
  transcript: FoundTranscript;
  count: number;
  chosen: boolean | "indeterminate";
  onChoose: (on: boolean) => void;
}

/** The transcript that the places below are in. */
export function GroupLine({ transcript, count, chosen, onChoose }: GroupLineProps) {
  const t = useTranslations("search.group");
  const format = useFormatter();
  const { title, numbers } = transcript;
  return (
    <div className="flex flex-wrap items-center gap-x-3 border-line border-b bg-panel px-4 pt-3 pb-1.5">
      <Checkbox
        label={
          <>
            <span className="sr-only">{t("choose", { title })}</span>
            <span aria-hidden className="font-semibold">
              {title}
            </span>
          </>
        }
        checked={chosen}
        onCheckedChange={(on) => onChoose(on === true)}
      />
      <span className="tabular text-faint text-sm">
        {numbers.some((number) => !title.includes(String(number))) &&
          `${t("people", { count: numbers.length, numbers: format.list(numbers.map(String), "and") })} · `}
        {t("places", { count })}
      </span>
    </div>
  );
}
