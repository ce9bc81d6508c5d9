"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { useSession } from "../context";
import { turnAt } from "../model/document";
import { nameOfLanguage } from "../model/language";
import { useOtherHalf } from "./use-other-half";

/** The turn of the other language that says the same. */
export function AlignedTurn({ offset, pair }: { offset: number; pair: { id: string; language: string } }) {
  const t = useTranslations("reader");
  const session = useSession();
  const locale = useLocale();
  const align = turnAt(session.document, offset)?.align ?? null;
  const other = useOtherHalf(pair.id, align !== null);
  if (align === null) return null;
  const turns = other?.turns.filter((turn) => turn.align === align) ?? [];
  return (
    <section aria-labelledby="reader-aligned">
      <header className="mb-2 flex items-baseline justify-between gap-2">
        <h2 id="reader-aligned" className="caption">
          {nameOfLanguage(pair.language, locale)}
        </h2>
        <Link
          className="caption underline-offset-2 hover:underline"
          href={studyRoute(session.frame.study.id, "transcripts", `/${pair.id}?turn=${align}`)}
        >
          {t("alignedTurn")}
        </Link>
      </header>
      {/* biome-ignore lint/a11y/useSemanticElements: what takes the focus has a name, and is no set of fields. */}
      <div
        className="reader-quote max-h-72 overflow-y-auto rounded-lg border border-line bg-raised p-3.5 shadow-card"
        lang={pair.language}
        dir="auto"
        role="group"
        aria-labelledby="reader-aligned"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long turn is scrolled by key, too.
        tabIndex={0}
      >
        {other
          ? turns.map((turn) => <p key={turn.index}>{other.text.slice(turn.bodyStart, turn.end).trim()}</p>)
          : t("loading")}
      </div>
    </section>
  );
}
