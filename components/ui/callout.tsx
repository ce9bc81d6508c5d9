"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cx } from "./cx";

const KIND = {
  info: { icon: Info, looks: "border-accent/30 bg-accent-tint [&>svg]:text-accent" },
  success: { icon: CircleCheck, looks: "border-success/30 bg-success-tint [&>svg]:text-success" },
  warning: { icon: TriangleAlert, looks: "border-warning/35 bg-warning-tint [&>svg]:text-warning" },
  error: { icon: CircleAlert, looks: "border-danger/35 bg-danger-tint [&>svg]:text-danger" },
} as const;

interface CalloutProps {
  kind?: keyof typeof KIND;
  title?: ReactNode;
  /** What happened, what was kept, what to do. */
  children?: ReactNode;
  action?: ReactNode;
  /** Reads it aloud when it appears after something the person did. */
  live?: boolean;
}

export function Callout({ kind = "info", title, children, action, live }: CalloutProps) {
  const t = useTranslations("common");
  const { icon: Icon, looks } = KIND[kind];
  const role = live ? (kind === "error" ? "alert" : "status") : undefined;
  return (
    <div role={role} className={cx("flex gap-2.5 rounded-lg border px-3.5 py-3", looks)}>
      <Icon role="img" aria-label={t(kind)} className="mt-0.5 size-4.5 shrink-0" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={title ? "mt-0.5 text-soft" : undefined}>{children}</div>}
        {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
