"use client";

import { createContext, useContext } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useSession } from "@/components/reader/context";
import type { Turn } from "@/components/reader/model/document";
import { nameOfLanguage } from "@/components/reader/model/language";

interface Echo {
  /** The language that was coded. */
  language: string;
  codes: ReadonlyMap<number, readonly string[]>;
}

const EchoContext = createContext<Echo | null>(null);
export const EchoProvider = EchoContext.Provider;

/** What is coded on the same words in the other language: hollow, since it is counted there and not here. */
export function EchoTags({ turn }: { turn: Turn }) {
  const echo = useContext(EchoContext);
  return echo && <HollowTags codeIds={codesOn(echo.codes, turn)} language={echo.language} />;
}

export const codesOn = (codes: ReadonlyMap<number, readonly string[]>, { align }: Pick<Turn, "align">) =>
  (align === null ? undefined : codes.get(align)) ?? [];

export function HollowTags({ codeIds, language }: { codeIds: readonly string[]; language: string }) {
  const t = useTranslations("pairs");
  const locale = useLocale();
  const { codes } = useSession();
  if (codeIds.length === 0) return null;
  return (
    <ul
      className="reader-tags reader-echo"
      aria-label={t("codedIn", { language: nameOfLanguage(language, locale) })}
      title={t("codedIn", { language: nameOfLanguage(language, locale) })}
    >
      {codeIds.map((id) => (
        <li
          key={id}
          data-hue={codes.get(id)?.hue ?? 0}
          className="rounded-full border border-dashed px-2 text-hue text-sm"
        >
          <span aria-hidden>○ </span>
          {codes.get(id)?.name ?? t("unknownCode")}
        </li>
      ))}
    </ul>
  );
}
