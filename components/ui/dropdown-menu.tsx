"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { Kbd } from "./kbd";
import { FLOATING } from "./popover";

const ITEM =
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-base outline-none " +
  "data-disabled:text-faint data-highlighted:bg-accent-tint data-highlighted:text-accent [&_svg]:size-4 [&_svg]:shrink-0";

/** The looks of a menu. */
export const MENU = cx(
  FLOATING,
  "max-h-(--radix-dropdown-menu-content-available-height) min-w-44 max-w-80 overflow-y-auto p-1",
);

/** Whether nothing has the focus. A closed menu gives it back a moment later, when something else may have taken it. */
export const isFocusFree = () => document.activeElement === document.body;

interface MenuProps {
  trigger: ReactNode;
  align?: "start" | "center" | "end";
  children: ReactNode;
}

export function DropdownMenu({ trigger, align = "start", children }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={MENU}
          onCloseAutoFocus={(event) => !isFocusFree() && event.preventDefault()}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface ItemProps extends ComponentProps<typeof Radix.Item> {
  keys?: string;
  danger?: boolean;
}

/** One thing to do. With `asChild` the only child, such as a Link, is the item. */
export function MenuItem({ keys, danger, className, children, asChild, ...rest }: ItemProps) {
  const looks = cx(ITEM, danger && "text-danger", className);
  if (asChild) {
    return (
      <Radix.Item asChild className={looks} {...rest}>
        {children}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item className={looks} {...rest}>
      <span className="flex flex-1 items-center gap-2">{children}</span>
      {keys && <Kbd keys={keys} />}
    </Radix.Item>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: ReactNode }[];
  onChoose: (value: Value) => void;
}

/** One of several, ticked. */
export function MenuChoice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <Radix.RadioGroup value={value} onValueChange={(next) => onChoose(next as Value)} aria-label={label}>
      <MenuLabel>{label}</MenuLabel>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={ITEM}>
          <span className="w-4">
            <Radix.ItemIndicator>
              <Check aria-hidden />
            </Radix.ItemIndicator>
          </span>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="caption px-2 pt-1.5 pb-1">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}
