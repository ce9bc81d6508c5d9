"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { Topic } from "@/lib/access/live";
import { useLive } from "./context";

interface ChangesSinceProps {
  /** What is counted on the page. */
  topics: readonly Topic[];
  onRefresh: () => void;
}

/** How much has changed since the counts on the page were made, and counting anew. Nothing while nothing has. */
export function ChangesSince({ topics, onRefresh }: ChangesSinceProps) {
  const t = useTranslations("live");
  const [count, setCount] = useState(0);
  /** More than was told. */
  const [some, setSome] = useState(false);
  useLive({
    events: (events) => setCount((now) => now + events.filter(({ topic }) => topics.includes(topic)).length),
    anew: () => setSome(true),
  });
  const changed = some || count > 0;
  return (
    <span role="status" className="inline-flex items-center gap-2 text-soft text-sm">
      {changed && (
        <>
          <span className="tabular">{some ? t("changedSome") : t("changed", { count })}</span>
          <Button
            size="sm"
            onClick={() => {
              setCount(0);
              setSome(false);
              onRefresh();
            }}
          >
            {t("refresh")}
          </Button>
        </>
      )}
    </span>
  );
}
