"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { QuietLink } from "@/components/shell/quiet-link";
import { studyRoute } from "@/components/shell/routes";
import { cx } from "@/components/ui/cx";
import { initials } from "@/components/ui/initials";
import { Popover } from "@/components/ui/popover";
import { Tooltip } from "@/components/ui/tooltip";
import type { Present } from "@/lib/schemas/live";
import { usePeople } from "./context";

/** Faces side by side; the others are counted. */
const MOST = 3;

/** Who else is in the study now: their initials, and on press their names and what they read. */
export function PeopleHere({ studyId }: { studyId: string }) {
  const t = useTranslations("live");
  const people = usePeople();
  const path = usePathname();
  const addressOf = (transcriptId: string) => studyRoute(studyId, "transcripts", `/${transcriptId}`);
  const isHere = ({ transcripts }: Present) => transcripts.some(({ id }) => path === addressOf(id));
  if (people.length === 0) return null;
  // Those who are on the same text come first.
  const shown = people.toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)));
  const label = t("here", { count: people.length, names: shown.map(({ name }) => name).join(", ") });
  return (
    <Popover
      label={t("title")}
      align="end"
      trigger={
        <button type="button" className="flex min-h-8 items-center rounded-full px-0.5">
          <span className="sr-only">{label}</span>
          <Tooltip label={label}>
            <span aria-hidden className="flex items-center">
              {shown.slice(0, MOST).map((person) => (
                <Face key={person.id} person={person} here={isHere(person)} />
              ))}
              {shown.length > MOST && (
                <span className="tabular -ml-1.5 inline-flex h-7 min-w-7 items-center justify-center rounded-full border-2 border-paper bg-panel px-1 text-soft text-xs">
                  {t("more", { count: String(shown.length - MOST) })}
                </span>
              )}
            </span>
          </Tooltip>
        </button>
      }
    >
      <h2 className="caption mb-2">{t("title")}</h2>
      <ul className="grid gap-2.5">
        {shown.map((person) => (
          <li key={person.id} className="flex items-start gap-2.5">
            <Face person={person} here={isHere(person)} alone />
            <div className="min-w-0">
              <p className="truncate font-medium">{person.name}</p>
              <p className="text-soft text-sm">
                {isHere(person) && t("onThis")}
                {person.transcripts.length === 0 && t("inStudy")}
              </p>
              {!isHere(person) &&
                person.transcripts.map(({ id, title }) => (
                  <QuietLink
                    key={id}
                    href={addressOf(id)}
                    className="block truncate text-accent text-sm hover:underline"
                  >
                    {title}
                  </QuietLink>
                ))}
            </div>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

function Face({ person, here, alone }: { person: Present; here: boolean; alone?: boolean }) {
  return (
    <span
      aria-hidden
      className={cx(
        "inline-flex size-7 shrink-0 items-center justify-center overflow-hidden rounded-full border-2 font-semibold text-xs",
        here ? "border-accent bg-accent-tint text-accent" : "border-paper bg-panel text-soft",
        !alone && "not-first:-ml-1.5",
      )}
    >
      {initials(person.name)}
    </span>
  );
}
