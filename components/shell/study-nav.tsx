"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { cx } from "@/components/ui/cx";
import { can } from "@/lib/access/can";
import type { ShellData } from "@/lib/schemas/shell";
import { Going } from "./going";
import { QuietLink } from "./quiet-link";
import { SECTIONS, sectionOf, studyRoute } from "./routes";

interface StudyNavProps extends Pick<ShellData, "role" | "study"> {
  /** One under the other, for the menu of narrow screens. */
  stacked?: boolean;
  onNavigate?: () => void;
}

/** The rooms of the study that the person's role may enter. */
export function StudyNav({ role, study, stacked, onNavigate }: StudyNavProps) {
  const t = useTranslations("shell.nav");
  const here = sectionOf(usePathname(), study.id);
  return (
    <nav aria-label={t("label")} className={cx("min-w-0", !stacked && "overflow-x-auto")}>
      <ul className={cx("flex", stacked ? "flex-col" : "gap-0.5")}>
        {SECTIONS.filter(({ needs }) => can(role, needs)).map(({ id }) => (
          <li key={id}>
            <QuietLink
              href={studyRoute(study.id, id)}
              aria-current={id === here ? "page" : undefined}
              onClick={onNavigate}
              className={cx(
                "relative flex items-center whitespace-nowrap rounded-md text-soft hover:bg-ink/6 hover:text-ink focus-visible:-outline-offset-2",
                "aria-[current]:bg-accent-tint aria-[current]:font-semibold aria-[current]:text-accent forced-colors:aria-[current]:underline",
                stacked ? "min-h-11 px-3" : "min-h-8 px-2",
              )}
            >
              {t(id)}
              <Going />
            </QuietLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
