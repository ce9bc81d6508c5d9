"use client";

import { memo, startTransition, useEffect, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { Unshown } from "../model/gaps";
import { atRest } from "./at-rest";

/** So many paragraphs before those on the page are gone back at once. */
const BACK = 12;

interface GapProps extends Unshown {
  /** How many paragraphs the text has. */
  count: number;
  /** Brings the paragraph of this number to the page, with the focus. */
  onRead: (index: number) => void;
}

/**
 * Says where paragraphs are not on the page, and leads to them. Who sees scrolls there; a screen reader reads what the
 * page has, and would take its end for the end of the text. A heading, so that going from turn to turn meets it too.
 * Told once the text is at rest, as all is that only those who listen come upon.
 */
export const Gap = memo(function Gap({ from, to, count, onRead }: GapProps) {
  const t = useTranslations("reader.onPage");
  const locale = useLocale();
  const [told, setTold] = useState<Unshown | null>(null);
  useEffect(() => atRest(() => startTransition(() => setTold({ from, to }))), [from, to]);
  if (!told) return null;
  const before = told.from === 0;
  return (
    <h3 className="reader-spoken" lang={locale}>
      <button
        type="button"
        tabIndex={-1}
        onClick={() => onRead(before ? Math.max(told.from, told.to - BACK) : told.from)}
      >
        {t(before ? "before" : "after", { from: told.from + 1, to: told.to + 1, count })}
      </button>
    </h3>
  );
});
