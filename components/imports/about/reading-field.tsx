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

const CHOICES = ["joinTurns", "keepEdges", "keepMarginNumbers"] as const;

/** How turns are made of the file's lines, and whether what was left out as a guess stays in; as far as there is such a thing in it. */
export function ReadingField({ choices, summary, onChange }: ReadingFieldProps) {
  const t = useTranslations("imports.reading");
  const open = CHOICES.filter((choice) => summary.may[choice]);
  if (open.length === 0) return null;
  return (
    <div className="grid gap-2">
      {open.map((choice) => (
        <Checkbox
          key={choice}
          label={t(choice)}
          hint={t(`${choice}Hint`)}
          checked={choices.reading[choice]}
          onCheckedChange={(checked) =>
            onChange({ reading: { ...choices.reading, [choice]: checked === true }, passages: null })
          }
        />
      ))}
    </div>
  );
}
