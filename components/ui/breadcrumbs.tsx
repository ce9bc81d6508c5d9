"use client";

import { ChevronRight } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { useTranslations } from "use-intl";

export interface Crumb {
  label: ReactNode;
  /** Absent for the page one is on, which comes last. */
  href?: Route;
}

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations("common");
  return (
    <nav aria-label={t("breadcrumbs")} className="min-w-0">
      <ol className="flex min-w-0 flex-wrap items-center gap-x-1 text-soft text-sm">
        {crumbs.map(({ label, href }, at) => (
          <Fragment key={href ?? "here"}>
            {at > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0 text-faint" />}
            <li className="min-w-0">
              {href ? (
                <Link
                  href={href}
                  className="inline-block min-h-6 rounded-sm leading-6 hover:text-ink hover:underline"
                >
                  {label}
                </Link>
              ) : (
                <span aria-current="page" className="font-medium text-ink">
                  {label}
                </span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
