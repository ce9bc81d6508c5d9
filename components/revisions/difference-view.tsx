"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { difference } from "@/lib/domain/revision";
import { type Part, type Passage, passagesOf } from "./model/passages";

/** More places than this are counted and not shown. */
const SHOWN = 200;

interface DifferenceViewProps {
  before: string;
  after: string;
  language: string;
}

/** Where two texts differ. */
export function DifferenceView({ before, after, language }: DifferenceViewProps) {
  const found = useMemo(() => passagesOf(before, difference(before, after), SHOWN), [before, after]);
  return <Differences {...found} language={language} />;
}

interface DifferencesProps {
  passages: readonly Passage[];
  /** How many there are; the passages are the first of them. */
  count: number;
  language: string;
}

/** What was taken out, what was put in, and a little around it. */
export function Differences({ passages, count, language }: DifferencesProps) {
  const t = useTranslations("revisions");
  if (count === 0) return <p className="text-soft">{t("versions.same")}</p>;
  return (
    <>
      <ol className="grid gap-3">
        {passages.map(({ at, parts }) => (
          <li
            key={at}
            lang={language}
            dir="auto"
            className="whitespace-pre-wrap break-words border-line border-l-2 pl-3 font-reading leading-relaxed"
          >
            {parts.map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a passage never change.
              <PartOfText key={index} part={part} />
            ))}
          </li>
        ))}
      </ol>
      {count > passages.length && (
        <p className="mt-3 text-soft">{t("review.more", { count: count - passages.length })}</p>
      )}
    </>
  );
}

function PartOfText({ part: { kind, text, left } }: { part: Part }) {
  const t = useTranslations("revisions.review");
  if (kind === "same") return <span className="text-soft">{text}</span>;
  const words = left ? (
    <>
      {text.slice(0, left.at)}
      <span className="mx-1 whitespace-nowrap font-sans text-sm italic">
        {t("between", { count: left.units })}
      </span>
      {text.slice(left.at)}
    </>
  ) : (
    text
  );
  const Tag = kind === "gone" ? "del" : "ins";
  return (
    <Tag className={kind === "gone" ? "bg-danger-tint text-danger" : "bg-success-tint text-success"}>
      <span className="sr-only"> {t(kind === "gone" ? "gone" : "added")} </span>
      {words}
    </Tag>
  );
}
