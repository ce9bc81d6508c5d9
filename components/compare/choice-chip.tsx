"use client";

import { type ReactNode, useState } from "react";
import { Chip } from "@/components/ui/chip";
import { DropdownMenu, MenuChoice } from "@/components/ui/dropdown-menu";
import { FindOne, MANY } from "@/components/ui/find-one";
import { Popover } from "@/components/ui/popover";

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

/** The same; of very many, found by typing. */
export function ChoiceOrFindChip(props: Omit<ChoiceChipProps<string>, "children">) {
  const { label, value, options, onChoose } = props;
  const [open, setOpen] = useState(false);
  if (options.length <= MANY) return <ChoiceChip {...props} />;
  const shown = options.find((option) => option.value === value)?.label ?? "";
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={label}
      className="w-96"
      trigger={<Chip label={label} value={shown} />}
    >
      <FindOne
        aria-label={label}
        options={options}
        value={value}
        onValueChange={(next) => {
          setOpen(false);
          onChoose(next);
        }}
      />
    </Popover>
  );
}
