"use client";

import type { ComponentProps } from "react";

interface TickBoxProps extends Omit<ComponentProps<"input">, "checked" | "onChange" | "type"> {
  /** "some" of what it stands for. */
  checked: boolean | "some";
  onTick: (on: boolean) => void;
}

/** A bare box of a grid, which says by its name what it ticks. */
export function TickBox({ checked, onTick, ...rest }: TickBoxProps) {
  return (
    <input
      {...rest}
      type="checkbox"
      ref={(box) => {
        if (box) box.indeterminate = checked === "some";
      }}
      checked={checked === true}
      onChange={(event) => onTick(event.target.checked)}
      className="mt-px size-5 shrink-0 accent-accent"
    />
  );
}

/** Of boxes that are ticked or not: all, none, or some. */
export function ofAll(ticked: readonly boolean[]): boolean | "some" {
  if (ticked.length > 0 && ticked.every(Boolean)) return true;
  return ticked.some(Boolean) && "some";
}
