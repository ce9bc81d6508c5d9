"use client";

import { CircleCheck } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { type Command, useCommands } from "@/components/shell/commands";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { SplitPane } from "@/components/ui/split-pane";
import type { Review } from "@/lib/schemas/codebook-views";
import { SegmentList } from "../segment-list";
import { ChooseCode } from "./choose-code";
import { ReviewCard } from "./review-card";
import { useReview } from "./use-review";

/** What the person coded before codes came to mean something else, to be kept, given another code, or taken off. */
export function ReviewPage({ review }: { review: Review }) {
  const t = useTranslations("codebook.reviewPage");
  const { at, go, decide, decided, item, left } = useReview(review);
  const [choosing, setChoosing] = useState(false);
  const names = useMemo(() => new Map(review.codes.map((code) => [code.id, code.name])), [review.codes]);
  const commands: Command[] = useMemo(() => {
    const group = t("title");
    return [
      { id: "review-keep", group, label: t("keep"), keys: "k", run: () => void decide({ is: "keep" }) },
      { id: "review-recode", group, label: t("recode"), keys: "c", run: () => setChoosing(true) },
      { id: "review-remove", group, label: t("remove"), keys: "r", run: () => void decide({ is: "remove" }) },
      {
        id: "review-next",
        group,
        label: t("next"),
        keys: "arrowdown",
        keysOnly: true,
        run: () => go(at + 1),
      },
      {
        id: "review-before",
        group,
        label: t("previous"),
        keys: "arrowup",
        keysOnly: true,
        run: () => go(at - 1),
      },
    ];
  }, [t, at, decide, go]);
  useCommands(item ? commands : NONE);
  if (!item) {
    return (
      <Page title={t("title")}>
        <EmptyState icon={<CircleCheck aria-hidden />} title={t("none")}>
          {t("noneBody")}
        </EmptyState>
        <Coders review={review} />
      </Page>
    );
  }
  return (
    <>
      <SplitPane
        left={{
          label: t("segments"),
          wide: true,
          content: (
            <>
              <header className="grid gap-1 px-4 pt-4 pb-2">
                <h1 className="caption">{t("title")}</h1>
                <p role="status" className="tabular font-medium">
                  {t("left", { count: left })}
                </p>
                <p className="text-faint text-xs">{t("keys")}</p>
              </header>
              <SegmentList
                label={t("segments")}
                at={at}
                onAt={go}
                segments={review.items.map((each) => {
                  const decision = decided.get(each.codingId);
                  return {
                    key: each.codingId,
                    title: `${names.get(each.codeId) ?? ""} · ${each.title}`,
                    language: each.language,
                    quote: each.quote,
                    mark: decision ? <Badge tone="success">{t(decision)}</Badge> : null,
                  };
                })}
              />
              <div className="px-4 pb-6">
                <Coders review={review} />
              </div>
            </>
          ),
        }}
        main={{
          label: t("title"),
          content: (
            <ReviewCard
              review={review}
              item={item}
              decided={decided.get(item.codingId) ?? null}
              place={{ at: at + 1, of: review.items.length }}
              onDecide={(decision) => void decide(decision)}
              onChoose={() => setChoosing(true)}
            />
          ),
        }}
      />
      {choosing && (
        <ChooseCode
          codes={review.codes}
          without={item.codeId}
          onChosen={(codeId) => {
            setChoosing(false);
            void decide({ is: "recode", codeId });
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

const NONE: readonly Command[] = [];

/** For leads: who has how much to look at. */
function Coders({ review: { coders } }: { review: Review }) {
  const t = useTranslations("codebook.reviewPage");
  if (!coders || coders.length === 0) return null;
  return (
    <section className="mt-6 border-line border-t pt-3">
      <h2 className="caption mb-1">{t("coders")}</h2>
      <ul>
        {coders.map(({ id, name, due }) => (
          <li key={id} className="flex justify-between gap-3">
            <span>{name}</span>
            <span className="tabular text-soft">{due}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
