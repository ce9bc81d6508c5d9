"use client";

import { Fragment, useMemo } from "react";
import { useTranslations } from "use-intl";
import { difference } from "@/lib/domain/revision";

/** A text with what was taken out of it and what was put in, word by word. */
export function WordDifference({ before, after }: { before: string; after: string }) {
  const t = useTranslations("revisions.review");
  const edits = useMemo(() => difference(before, after, "word"), [before, after]);
  let done = 0;
  return (
    <span className="whitespace-pre-line [overflow-wrap:anywhere]">
      {edits.map(({ start, end, insert }) => {
        const same = before.slice(done, start);
        done = end;
        return (
          <Fragment key={start}>
            {same}
            {end > start && (
              <del className="bg-danger-tint text-danger">
                <span className="sr-only"> {t("gone")} </span>
                {before.slice(start, end)}
              </del>
            )}
            {insert !== "" && (
              <ins className="bg-success-tint text-success">
                <span className="sr-only"> {t("added")} </span>
                {insert}
              </ins>
            )}
          </Fragment>
        );
      })}
      {before.slice(done)}
    </span>
  );
}
