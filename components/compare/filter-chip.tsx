"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip } from "@/components/ui/chip";
import { Popover } from "@/components/ui/popover";

interface FilterChipProps {
  label: string;
  options: readonly { value: string; label: string }[];
  /** What is chosen; empty lets everything through. */
  chosen: readonly string[];
  onChoose: (chosen: string[] | undefined) => void;
}

/** Any of several: nothing chosen is no filter. */
export function FilterChip({ label, options, chosen, onChoose }: FilterChipProps) {
  const t = useTranslations("compare.filter");
  const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
  const choose = (value: string, on: boolean) => {
    const next = on ? [...chosen, value] : chosen.filter((each) => each !== value);
    onChoose(next.length > 0 ? next : undefined);
  };
  return (
    <Popover
      label={label}
      trigger={
        <Chip
          label={label}
          value={names.length > 0 ? names.join(", ") : undefined}
          onRemove={names.length > 0 ? () => onChoose(undefined) : undefined}
        />
      }
    >
      {options.length === 0 ? (
        <p className="text-soft">{t("nothing")}</p>
      ) : (
        <div className="grid gap-1.5">
          {options.map((option) => (
            <Checkbox
              key={option.value}
              label={option.label}
              checked={chosen.includes(option.value)}
              onCheckedChange={(on) => choose(option.value, on === true)}
            />
          ))}
        </div>
      )}
    </Popover>
  );
}
