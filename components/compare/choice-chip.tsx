"use client";

import type { ReactNode } from "react";
import { Chip } from "@/components/ui/chip";
import { DropdownMenu, MenuChoice } from "@/components/ui/dropdown-menu";

interface ChoiceChipProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChoose: (value: Value) => void;
  /** More in the same menu. */
  children?: ReactNode;
}

/** One of several, always set. */
export function ChoiceChip<Value extends string>({
  label,
  value,
  options,
  onChoose,
  children,
}: ChoiceChipProps<Value>) {
  const shown = options.find((option) => option.value === value)?.label ?? "";
  return (
    <DropdownMenu trigger={<Chip label={label} value={shown} />}>
      <MenuChoice label={label} value={value} options={options} onChoose={onChoose} />
      {children}
    </DropdownMenu>
  );
}
