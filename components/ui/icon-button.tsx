"use client";

import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { Tooltip } from "./tooltip";

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label"> {
  label: string;
  icon: ReactNode;
  keys?: string;
  side?: ComponentProps<typeof Tooltip>["side"];
}

/** A button that shows only an icon; its name is read aloud and shown on hover and focus. */
export function IconButton({ label, icon, keys, side, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys} side={side}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={cx(
          "inline-flex size-8 shrink-0 items-center justify-center rounded-md text-soft transition-colors hover:bg-ink/6 hover:text-ink",
          "disabled:cursor-not-allowed disabled:opacity-50 aria-pressed:bg-accent-tint aria-pressed:text-accent [&_svg]:size-4.5",
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
