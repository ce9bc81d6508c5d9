"use client";

import { ChevronDown } from "lucide-react";
import { DropdownMenu, MenuChoice } from "@/components/ui/dropdown-menu";

interface QuietSelectProps<Value extends string> {
  label: string;
  editable: boolean;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChoose: (value: Value) => void;
}

/** A value that reads as text until it is pressed. */
export function QuietSelect<Value extends string>({
  label,
  editable,
  value,
  options,
  onChoose,
}: QuietSelectProps<Value>) {
  const shown = options.find((option) => option.value === value)?.label ?? value;
  if (!editable) return <span>{shown}</span>;
  return (
    <DropdownMenu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`${label}: ${shown}`}
          className="-mr-1.5 inline-flex min-h-7 items-center gap-1 rounded-md px-1.5 text-right hover:bg-ink/6"
        >
          {shown}
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-soft" />
        </button>
      }
    >
      <MenuChoice label={label} value={value} options={options} onChoose={onChoose} />
    </DropdownMenu>
  );
}
