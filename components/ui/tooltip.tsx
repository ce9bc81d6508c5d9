"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { Kbd } from "./kbd";

export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Radix.Provider delayDuration={400}>{children}</Radix.Provider>;
}

interface TooltipProps {
  label: ReactNode;
  /** The shortcut that does the same, such as "mod+z". */
  keys?: string;
  side?: ComponentProps<typeof Radix.Content>["side"];
  children: ReactNode;
}

/** A hint on hover and focus. It repeats or adds to a name; it never is the only name. */
export function Tooltip({ label, keys, side, children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-enter items-center gap-2 rounded-md border border-ink bg-ink px-2 py-1 text-paper text-sm"
        >
          {label}
          {keys && <Kbd keys={keys} inverse />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
