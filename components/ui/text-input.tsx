"use client";

import type { ComponentProps } from "react";
import { cx } from "./cx";
import { useFieldControl } from "./field";

/** The looks shared by everything that one types or chooses in. */
export const CONTROL =
  "w-full rounded-md border border-edge bg-raised px-2.5 text-base text-ink placeholder:text-faint focus-visible:outline-offset-0 " +
  "disabled:cursor-not-allowed disabled:bg-panel disabled:text-faint aria-invalid:border-danger";

export function TextInput({ className, ...rest }: ComponentProps<"input">) {
  return (
    <input
      type="text"
      dir="auto"
      {...useFieldControl()}
      {...rest}
      className={cx(CONTROL, "h-9 read-only:bg-panel", className)}
    />
  );
}

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={4}
      dir="auto"
      {...useFieldControl()}
      {...rest}
      className={cx(CONTROL, "field-sizing-content min-h-20 py-2", className)}
    />
  );
}

/** A whole number. Not type=number, which scrolls away, and drops what it cannot read. */
export function NumberInput({ className, ...rest }: ComponentProps<"input">) {
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      pattern="[0-9]*"
      {...rest}
      className={cx("tabular max-w-32", className)}
    />
  );
}
