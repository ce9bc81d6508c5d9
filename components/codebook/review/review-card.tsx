"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CodeSwatch } from "@/components/ui/code-swatch";
import { Kbd } from "@/components/ui/kbd";
import { MEANING } from "@/lib/schemas/codebook";
import type { Review, ReviewItem } from "@/lib/schemas/codebook-views";
import { WordDifference } from "../history/word-difference";
import { useReasonWords } from "../revisions";
import type { Decision } from "./decide";

interface ReviewCardProps {
  review: Review;
  item: ReviewItem;
  decided: Decision["is"] | null;
  place: { at: number; of: number };
  onDecide: (decision: Decision) => void;
  onChoose: () => void;
}

/** A segment, what its code meant when it was coded and means now, and the three answers. */
export function ReviewCard({ review, item, decided, place, onDecide, onChoose }: ReviewCardProps) {
  const t = useTranslations("codebook.reviewPage");
  const words = useTranslations("codebook.splitPage");
  const code = review.codes.find(({ id }) => id === item.codeId);
  return (
    <article className="mx-auto grid w-full max-w-3xl gap-5 px-4 py-6 sm:px-8">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="min-w-0 font-semibold text-lg">
          <CodeSwatch hue={code?.hue ?? 0} name={code?.name ?? ""} />
        </h2>
        <span className="caption tabular">{words("at", place)}</span>
      </header>
      <div aria-live="polite">
        <blockquote
          className="reading whitespace-pre-line rounded-lg border border-line bg-raised p-4 shadow-card"
          lang={item.language}
          dir="auto"
        >
          {item.quote}
        </blockquote>
        <Link
          className="mt-1 inline-block text-accent text-sm hover:underline"
          href={studyRoute(review.studyId, "transcripts", `/${item.transcriptId}?segment=${item.segmentId}`)}
        >
          {item.title}
        </Link>
      </div>
      {decided ? (
        <p>
          <Badge tone="success">{t(decided)}</Badge>
        </p>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={() => onDecide({ is: "keep" })}>
            {t("keep")} <Kbd keys="k" />
          </Button>
          <Button onClick={onChoose}>
            {t("recode")} <Kbd keys="c" />
          </Button>
          <Button onClick={() => onDecide({ is: "remove" })}>
            {t("remove")} <Kbd keys="r" />
          </Button>
        </div>
      )}
      <WhatChanged review={review} item={item} />
    </article>
  );
}

function WhatChanged({ review, item }: { review: Review; item: ReviewItem }) {
  const t = useTranslations("codebook.reviewPage");
  const fields = useTranslations("codebook.fields");
  const reason = useReasonWords();
  const code = review.codes.find(({ id }) => id === item.codeId);
  const former = review.former.find(
    ({ codeId, revision }) => codeId === item.codeId && revision === item.revision,
  )?.code;
  const since = review.revisions.filter(
    ({ number, changed }) => number > item.revision && changed.includes(item.codeId),
  );
  return (
    <section>
      <h3 className="caption mb-2">{t("what")}</h3>
      <ul className="mb-3 text-soft">
        {since.map((revision) => (
          <li key={revision.number}>
            {t("reason", { number: revision.number, reason: reason(revision.reason) })}
          </li>
        ))}
      </ul>
      {!former && <p className="mb-3 text-faint">{t("unknown")}</p>}
      <dl className="grid gap-3">
        {code &&
          MEANING.filter((field) => code[field] !== "" || (former?.[field] ?? "") !== "").map((field) => (
            <div key={field}>
              <dt className="text-faint text-sm">{fields(field)}</dt>
              <dd className="max-w-[70ch]">
                <WordDifference before={former?.[field] ?? code[field]} after={code[field]} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
