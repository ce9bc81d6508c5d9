"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cx } from "./cx";
import { useFieldControl } from "./field";
import { FLOATING } from "./popover";
import { CONTROL } from "./text-input";

interface SelectOption<Value extends string = string> {
  /** Not empty: an empty value means that nothing is chosen. */
  value: Value;
  label: ReactNode;
  disabled?: boolean;
}

interface SelectProps<Value extends string> {
  options: readonly SelectOption<Value>[];
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  placeholder?: string;
  /** Name outside a Field. */
  "aria-label"?: string;
  name?: string;
  disabled?: boolean;
  className?: string;
}

/** One of several. Typing finds an option; in a form it is sent under the Field's name. */
export function Select<Value extends string>({
  options,
  onValueChange,
  placeholder,
  className,
  ...rest
}: SelectProps<Value>) {
  const t = useTranslations("common");
  const { name, required, ...field } = useFieldControl();
  const { "aria-label": label, ...root } = rest;
  return (
    <Radix.Root
      name={name}
      required={required}
      {...root}
      onValueChange={(next) => onValueChange?.(next as Value)}
    >
      <Radix.Trigger
        {...field}
        aria-label={label}
        // What is too long for the field is read whole under the pointer.
        onPointerEnter={({ currentTarget }) => {
          currentTarget.title = currentTarget.textContent ?? "";
        }}
        className={cx(
          CONTROL,
          "flex h-9 items-center justify-between gap-2 text-left data-placeholder:text-faint",
          className,
        )}
      >
        <span className="min-w-0 truncate">
          <Radix.Value placeholder={placeholder ?? t("choose")} />
        </span>
        <Radix.Icon asChild>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-soft" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cx(FLOATING, "max-h-80 min-w-(--radix-select-trigger-width) max-w-96")}
        >
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                className="flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 outline-none data-disabled:text-faint data-highlighted:bg-accent-tint data-highlighted:text-accent"
              >
                <span className="w-4 shrink-0">
                  <Radix.ItemIndicator>
                    <Check aria-hidden className="size-4" />
                  </Radix.ItemIndicator>
                </span>
                <Radix.ItemText>{option.label}</Radix.ItemText>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
