"use client";

import { X } from "lucide-react";
import type { ComponentProps, ReactNode, Ref } from "react";
import { useTranslations } from "use-intl";
import { cx } from "./cx";

interface ChipProps extends Omit<ComponentProps<"button">, "value" | "children"> {
  /** What is set: "Columns". */
  label: string;
  /** To what: "Sector". Without it the chip only invites, as in "+ Filter". */
  value?: string;
  onRemove?: () => void;
  /** Shows the value alone on the narrowest screens. */
  terse?: boolean;
  icon?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A filter with its value. The main part opens the choice (wrap the chip in a Popover or menu as its trigger). */
export function Chip({ label, value, onRemove, terse, icon, className, ...button }: ChipProps) {
  const t = useTranslations("common");
  return (
    <span
      className={cx(
        "inline-flex min-h-8 max-w-full items-stretch rounded-full border bg-raised text-base",
        value === undefined ? "border-edge/60 border-dashed" : "border-line",
        className,
      )}
    >
      <button
        type="button"
        {...button}
        className={cx(
          "inline-flex min-w-0 items-center gap-1.5 rounded-full px-3 hover:bg-ink/4 [&_svg]:size-4",
          onRemove && "rounded-r-sm pr-1.5",
        )}
      >
        {icon}
        <span
          className={cx(value === undefined ? "text-soft" : "whitespace-nowrap", terse && "max-sm:sr-only")}
        >
          {label}
        </span>
        {value !== undefined && <strong className="truncate font-semibold">{value}</strong>}
      </button>
      {onRemove && (
        <button
          type="button"
          onClick={onRemove}
          aria-label={t("removeFilter", { label, value: value ?? "" })}
          className="inline-flex w-7 items-center justify-center rounded-full text-soft hover:bg-ink/6 hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  );
}
