"use client";

import { RadioGroup as Radix } from "radix-ui";
import { type ComponentProps, type ReactNode, useId } from "react";
import { useFieldControl } from "./field";

interface RadioGroupProps<Value extends string>
  extends Omit<ComponentProps<typeof Radix.Root>, "value" | "defaultValue" | "onValueChange" | "children"> {
  /** Name of the group, read aloud and shown above it. */
  label: ReactNode;
  options: readonly { value: Value; label: ReactNode; hint?: ReactNode }[];
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
}

/** One of a few, all in view. It has its own label, so it stands without a Field. */
export function RadioGroup<Value extends string>({
  label,
  options,
  onValueChange,
  ...rest
}: RadioGroupProps<Value>) {
  const id = useId();
  const { name } = useFieldControl();
  return (
    <div className="grid gap-1.5">
      <span id={id} className="font-medium text-sm">
        {label}
      </span>
      <Radix.Root
        aria-labelledby={id}
        name={name}
        {...rest}
        onValueChange={(next) => onValueChange?.(next as Value)}
        className="grid gap-1.5"
      >
        {options.map((option) => (
          <div key={option.value} className="flex gap-2.5">
            <Radix.Item
              id={`${id}-${option.value}`}
              value={option.value}
              aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
              className="mt-px inline-flex size-5 shrink-0 items-center justify-center rounded-full border border-edge bg-raised data-[state=checked]:border-accent"
            >
              <Radix.Indicator className="keep-colour size-2.5 rounded-full bg-accent" />
            </Radix.Item>
            <div className="min-w-0">
              <label htmlFor={`${id}-${option.value}`} className="block min-h-6">
                {option.label}
              </label>
              {option.hint && (
                <p id={`${id}-${option.value}-hint`} className="text-faint text-sm">
                  {option.hint}
                </p>
              )}
            </div>
          </div>
        ))}
      </Radix.Root>
    </div>
  );
}
