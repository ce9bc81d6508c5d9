"use client";

import { FlaskConical, Info } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { cx } from "@/components/ui/cx";

/** What everybody must know on every page: that this is the sample mode, and what a study says of its words. */
export function NoticeStrip({ sampleMode, notice = "" }: { sampleMode: boolean; notice?: string }) {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  const { words, long } = useLong();
  if (!sampleMode && notice === "") return null;
  const Icon = sampleMode ? FlaskConical : Info;
  return (
    <aside
      aria-label={t("noticeLabel")}
      className={cx(
        "flex shrink-0 items-start gap-2 border-line border-b px-4 py-1 text-xs sm:px-5",
        sampleMode ? "bg-warning-tint text-warning" : "bg-panel text-soft",
      )}
    >
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      {/* Two lines, so that a page of notices leaves room for the page; the whole is one press away. */}
      <p ref={words} className={cx("min-w-0", open ? "max-h-[40dvh] overflow-y-auto" : "line-clamp-2")}>
        {sampleMode && t(notice === "" ? "sample" : "sampleShort")} {notice}
      </p>
      {(long || open) && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="-my-1 ml-auto min-h-6 shrink-0 self-end px-1 font-semibold underline underline-offset-2"
        >
          {t(open ? "noticeLess" : "noticeMore")}
        </button>
      )}
    </aside>
  );
}

/** Whether an element holds more lines than it shows. */
function useLong() {
  const words = useRef<HTMLParagraphElement>(null);
  const [long, setLong] = useState(false);
  useEffect(() => {
    const element = words.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setLong(element.scrollHeight > element.clientHeight + 1));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { words, long };
}
