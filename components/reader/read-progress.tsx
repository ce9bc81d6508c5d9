"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ProgressBar } from "@/components/ui/progress-bar";

/** How far the text has been read, by how far it has been scrolled. */
export function ReadProgress() {
  const t = useTranslations("reader");
  const [percent, setPercent] = useState(0);
  useEffect(() => {
    const scroller = document.querySelector<HTMLElement>("[data-reader-scroller]");
    if (!scroller) return;
    const read = () => {
      const room = scroller.scrollHeight - scroller.clientHeight;
      setPercent(room > 0 ? Math.round((scroller.scrollTop / room) * 100) : 100);
    };
    read();
    scroller.addEventListener("scroll", read, { passive: true });
    return () => scroller.removeEventListener("scroll", read);
  }, []);
  return (
    <span className="inline-flex items-center gap-2">
      {t("read")}
      <span className="w-28">
        <ProgressBar label={t("read")} value={percent} />
      </span>
      <span className="tabular">{percent} %</span>
    </span>
  );
}
