"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { announce } from "@/components/ui/announce";
import { useSignal } from "@/components/ui/signal";
import { goingTo } from "./going-to";
import { comingAt } from "./shape";
import { ComingShape } from "./shapes";

/** What is there sooner needs no picture, which would only flicker. In milliseconds. */
const SHOWN_AFTER = 150;
/** What is there sooner is told by its title. In milliseconds. */
const TOLD_AFTER = 600;

/**
 * Over the page that somebody leaves, until the one that they go to is there: its shape. What lies below stays as it
 * is, with what was typed and how far it was scrolled, for the case that they do not come to leave it.
 */
export function Coming() {
  const t = useTranslations("shell");
  const here = usePathname();
  const to = useSignal(goingTo);
  const [top, setTop] = useState<number | null>(null);
  const place = useRef<HTMLDivElement>(null);
  // They are there, or somewhere else that they were sent on to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of it that ends the way
  useEffect(() => goingTo.set(null), [here]);
  useEffect(() => {
    setTop(null);
    const coming = to === null ? null : comingAt(to);
    if (!coming) return;
    const show = setTimeout(() => setTop(below(place.current)), SHOWN_AFTER);
    const tell = setTimeout(
      () => announce(t("coming", { room: coming.room ? t(`nav.${coming.room}`) : t("allStudies") })),
      TOLD_AFTER,
    );
    return () => {
      clearTimeout(show);
      clearTimeout(tell);
    };
  }, [to, t]);
  const shape = to === null || top === null ? null : comingAt(to)?.shape;
  return (
    <div ref={place} aria-hidden>
      {shape && (
        <div
          data-coming={shape}
          style={{ top: top ?? 0 }}
          className="fixed inset-x-0 bottom-0 z-30 flex flex-col overflow-hidden bg-paper *:motion-safe:animate-pulse print:hidden"
        >
          <ComingShape shape={shape} />
        </div>
      )}
    </div>
  );
}

/** Where the page begins in the window: below the bar, which stays. */
function below(place: HTMLElement | null): number {
  const bar = document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
  return Math.max(bar, place?.parentElement?.getBoundingClientRect().top ?? 0);
}
