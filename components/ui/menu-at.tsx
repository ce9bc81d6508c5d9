"use client";

import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { isFocusFree, MENU } from "./dropdown-menu";

interface MenuAtProps {
  /** Where it opens, in pixels of the window; null where it is closed. */
  at: { x: number; y: number } | null;
  /** What it is about. */
  label: string;
  onClose: () => void;
  /** Gives the focus back to where it was. */
  onReturn: () => void;
  children: ReactNode;
}

/** A menu at a place of the page rather than at a button. */
export function MenuAt({ at, label, onClose, onReturn, children }: MenuAtProps) {
  return (
    <Radix.Root modal={false} open={at !== null} onOpenChange={(open) => !open && onClose()}>
      <Radix.Trigger asChild>
        <span
          aria-hidden
          tabIndex={-1}
          className="pointer-events-none fixed size-0"
          style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
        />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-labelledby={undefined}
          aria-label={label}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          className={MENU}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (isFocusFree()) onReturn();
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
