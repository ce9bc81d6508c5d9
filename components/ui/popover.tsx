"use client";

import { Popover as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

/** The looks of everything that floats: menus, lists, popovers. */
export const FLOATING = "z-50 animate-enter rounded-lg border border-line bg-raised text-ink shadow-float";

interface PopoverProps
  extends Pick<ComponentProps<typeof Radix.Root>, "open" | "defaultOpen" | "onOpenChange"> {
  trigger: ReactNode;
  /** Read aloud when it opens. */
  label: string;
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
}

export function Popover({ trigger, label, align = "start", className, children, ...root }: PopoverProps) {
  return (
    <Radix.Root {...root}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cx(
            FLOATING,
            "max-h-(--radix-popover-content-available-height) w-72 overflow-y-auto p-3",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
