"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";

interface PartNavProps {
  parts: number;
  part: number;
  onPart: (part: number) => void;
}

/** From part to part of a text that is too long to be laid out at once. */
export function PartNav({ parts, part, onPart }: PartNavProps) {
  const t = useTranslations("imports.preview");
  if (parts < 2) return null;
  return (
    <nav aria-label={t("parts")} className="flex flex-wrap items-center gap-2">
      <Button size="sm" disabled={part === 0} onClick={() => onPart(part - 1)}>
        {t("previous")}
      </Button>
      <div className="w-44">
        <Select
          aria-label={t("parts")}
          value={`${part}`}
          options={Array.from({ length: parts }, (_, index) => ({
            value: `${index}`,
            label: t("part", { number: index + 1, total: parts }),
          }))}
          onValueChange={(value) => onPart(Number(value))}
        />
      </div>
      <Button size="sm" disabled={part === parts - 1} onClick={() => onPart(part + 1)}>
        {t("next")}
      </Button>
    </nav>
  );
}
