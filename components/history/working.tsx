"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";

/** Says what is being done, and for how long by now: how far it has come is known only when it is done as a whole. */
export function Working({ words }: { words: string }) {
  const t = useTranslations("history.restore");
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const begun = Date.now();
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - begun) / 1000)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Callout kind="info" live>
      <span className="flex items-start gap-2.5">
        <span className="mt-1">
          <Spinner />
        </span>
        <span className="flex-1">{words}</span>
        <span className="tabular text-soft" aria-hidden>
          {t("seconds", { seconds })}
        </span>
      </span>
    </Callout>
  );
}
