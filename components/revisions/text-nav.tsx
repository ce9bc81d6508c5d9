"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";

const PLACES = {
  read: "",
  edit: "/edit",
  replace: "/replace",
  versions: "/versions",
  queue: "/queue",
  pair: "/pair",
} as const;
export type TextPlace = keyof typeof PLACES;

interface TextNavProps {
  studyId: string;
  transcriptId: string;
  here: TextPlace;
}

/** The ways to look at one transcript: to read and code it, to correct it, its versions, what waits. */
export function TextNav({ studyId, transcriptId, here }: TextNavProps) {
  const t = useTranslations("revisions.nav");
  return (
    <nav aria-label={t("label")} className="mb-5 overflow-x-auto border-line border-b">
      <ul className="flex gap-1">
        {(Object.keys(PLACES) as TextPlace[]).map((place) => (
          <li key={place}>
            <Link
              href={studyRoute(studyId, "transcripts", `/${transcriptId}${PLACES[place]}`)}
              aria-current={place === here ? "page" : undefined}
              className="inline-flex min-h-9 items-center whitespace-nowrap border-transparent border-b-2 px-3 text-soft hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent"
            >
              {t(place)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
