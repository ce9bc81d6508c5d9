import type { ReactNode } from "react";
import { cx } from "./cx";

const TONE = {
  neutral: "border-line bg-panel text-soft",
  accent: "border-accent/30 bg-accent-tint text-accent",
  success: "border-success/30 bg-success-tint text-success",
  warning: "border-warning/30 bg-warning-tint text-warning",
  danger: "border-danger/30 bg-danger-tint text-danger",
} as const;

/** A short state or count beside a name. */
export function Badge({ tone = "neutral", children }: { tone?: keyof typeof TONE; children: ReactNode }) {
  return (
    <span
      className={cx(
        "tabular inline-flex min-h-5 items-center gap-1 whitespace-nowrap rounded-full border px-2 text-xs",
        TONE[tone],
      )}
    >
      {children}
    </span>
  );
}
