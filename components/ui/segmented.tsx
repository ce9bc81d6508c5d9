"use client";

import { ToggleGroup as Radix } from "radix-ui";
import type { ReactNode } from "react";

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: ReactNode; lang?: string }[];
  onChoose: (value: Value) => void;
}

/** One of two or three, at once, side by side. */
export function Segmented<Value extends string>({ label, value, options, onChoose }: SegmentedProps<Value>) {
  return (
    <Radix.Root
      type="single"
      aria-label={label}
      value={value}
      // Pressing the chosen one again would clear it; there is always one.
      onValueChange={(next) => next && onChoose(next as Value)}
      className="inline-flex shrink-0 rounded-md border border-line bg-raised p-px"
    >
      {options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          lang={option.lang}
          className="min-h-7 rounded-[5px] px-2.5 text-soft text-sm hover:text-ink data-[state=on]:bg-accent-tint data-[state=on]:font-semibold data-[state=on]:text-accent"
        >
          {option.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
