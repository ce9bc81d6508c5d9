"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useSession } from "./context";

/** How far the text has been read, by how far it has been scrolled. */
export function ReadProgress() {
  const t = useTranslations("reader");
  const { text } = useSession();
  const [percent, setPercent] = useState(0);
  useEffect(() => {
    const scroller = document.querySelector<HTMLElement>("[data-reader-scroller]");
    if (!scroller) return;
    let frame = 0;
    const read = () => setPercent(Math.round((text.current?.read() ?? 0) * 100));
    const readSoon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(read);
    };
    readSoon();
    scroller.addEventListener("scroll", readSoon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener("scroll", readSoon);
    };
  }, [text]);
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
