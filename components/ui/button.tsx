import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Spinner } from "./spinner";

const VARIANT = {
  primary: "border-accent bg-accent text-on-accent hover:brightness-110",
  secondary: "border-edge/60 bg-raised text-ink hover:bg-panel",
  quiet: "border-transparent text-soft hover:bg-ink/6 hover:text-ink",
  danger: "border-danger bg-danger text-on-danger hover:brightness-110",
} as const;

const SIZE = {
  sm: "min-h-7 px-2 text-sm",
  md: "min-h-9 px-3.5 text-base",
} as const;

interface ButtonProps extends ComponentProps<"button"> {
  variant?: keyof typeof VARIANT;
  size?: keyof typeof SIZE;
  /** Work is under way: shows it, and takes no second press, while the focus stays. */
  busy?: boolean;
  /** Gives the looks to the only child, such as a Link. */
  asChild?: boolean;
}

export function Button({
  variant = "secondary",
  size = "md",
  busy,
  asChild,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const looks = cx(
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress [&_svg]:size-4 [&_svg]:shrink-0",
    VARIANT[variant],
    SIZE[size],
    className,
  );
  if (asChild) {
    return (
      <Slot.Root className={looks} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      {...rest}
      className={looks}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
