"use client";

import { ArrowUpRight } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { CodeSwatch } from "@/components/ui/code-swatch";
import { Facts } from "@/components/ui/facts";
import { shownPath } from "@/lib/domain/codebook";
import type { Excerpt } from "@/lib/schemas/excerpts";
import type { ExcerptCardData } from "./cards";

interface ExcerptCardProps {
  studyId: string;
  card: ExcerptCardData;
  /** Whether the card says its codes; not where all have the one that was asked for. */
  codes: boolean;
  /** The sectors for which one interviewee alone stands, by name: to name one is to say who it is. */
  soleSectors: ReadonlySet<string>;
}

/** A quotation in the languages that there are, with its citation as far as it is permitted. */
export function ExcerptCard({ studyId, card, codes, soleSectors }: ExcerptCardProps) {
  const t = useTranslations("excerpts");
  const { first, memos } = card;
  const telling =
    first.numbers === null ? (first.sectors?.find((name) => soleSectors.has(name)) ?? null) : null;
  return (
    <article className="rounded-lg border border-line bg-raised px-3.5 py-3 shadow-card">
      <Words excerpt={first} />
      {first.other && (
        <p lang={first.other.language} dir="auto" className="reading mt-1.5 line-clamp-4 text-base text-soft">
          {first.other.text}
        </p>
      )}
      {codes && (
        <ul className="mt-2 grid gap-0.5 text-sm">
          {card.codes.map(({ path, hue }) => (
            <li key={path}>
              <CodeSwatch hue={hue} name={shownPath(path)} />
            </li>
          ))}
        </ul>
      )}
      {memos.map((memo) => (
        <p key={memo} className="mt-2 border-line border-l-2 pl-2 text-soft text-sm">
          <span className="sr-only">{t("memo")}: </span>
          {memo}
        </p>
      ))}
      {telling !== null && (
        <p className="mt-2 text-sm text-warning">{t("soleSector", { sector: telling })}</p>
      )}
      <footer className="mt-2 flex flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5 text-soft text-sm">
        <Citation card={card} />
        {first.link && (
          <Link
            href={
              `/studies/${studyId}/transcripts/${first.link.transcriptId}?segment=${first.link.segmentId}` as Route
            }
            aria-label={t("openLabel", { transcript: first.transcript ?? "" })}
            className="inline-flex min-h-6 items-center gap-0.5 rounded-sm font-medium text-accent hover:underline"
          >
            {t("open")}
            <ArrowUpRight aria-hidden className="size-3.5" />
          </Link>
        )}
      </footer>
    </article>
  );
}

function Words({ excerpt }: { excerpt: Excerpt }) {
  const t = useTranslations("excerpts");
  if (excerpt.quote === null)
    return (
      <p className="text-soft italic">{t(excerpt.permission === "paraphrase" ? "paraphrase" : "withheld")}</p>
    );
  return (
    <>
      <blockquote lang={excerpt.language} dir="auto" className="reading whitespace-pre-line">
        {excerpt.quote}
      </blockquote>
      {!excerpt.quotable && <p className="mt-1.5 font-medium text-sm text-warning">{t("withheldShown")}</p>}
    </>
  );
}

function Citation({ card: { first: excerpt, coders, certainties } }: { card: ExcerptCardData }) {
  const t = useTranslations("excerpts");
  const compare = useTranslations("compare");
  const format = useFormatter();
  const { numbers, sectors, question, date, permission } = excerpt;
  const parts: string[] = [];
  if (numbers && numbers.length > 0)
    parts.push(t("interviewee", { count: numbers.length, numbers: format.list(numbers.map(String), "and") }));
  if (sectors && sectors.length > 0) parts.push(sectors.join(", "));
  if (question) parts.push(question);
  parts.push(compare(`stance.${excerpt.stance}`));
  for (const certainty of certainties) parts.push(compare(`certainty.${certainty}`));
  if (date) parts.push(format.dateTime(new Date(date), "day"));
  if (permission !== "number") parts.push(t(`permission.${permission}`));
  return (
    <p className="min-w-0">
      <Facts facts={parts} /> <span className="text-faint">· {coders.join(", ")}</span>
    </p>
  );
}
