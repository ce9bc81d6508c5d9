"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Callout } from "@/components/ui/callout";
import type { Summary } from "./model/parsing";

interface WarningsProps {
  summary: Summary;
  /** Leads to a place of the text, in UTF-16 code units. */
  onPlace: (offset: number) => void;
}

/** What changed on the way in, what stayed out, and what needs another look; each leads to its place. */
export function Warnings({ summary: { warnings, leftOut }, onPlace }: WarningsProps) {
  const t = useTranslations("transcripts.new");
  const go = useTranslations("imports");
  if (warnings.length === 0 && leftOut.length === 0) return null;
  const led = (words: string, at: number | undefined): ReactNode =>
    at === undefined ? (
      words
    ) : (
      <button
        type="button"
        aria-label={go("showPlace", { what: words })}
        className="rounded-sm text-left underline decoration-dotted underline-offset-3 hover:decoration-solid"
        onClick={() => onPlace(at)}
      >
        {words}
      </button>
    );
  return (
    <Callout kind={warnings.length > 0 ? "warning" : "info"}>
      <ul className="grid gap-1">
        {warnings.map(({ code, count, example, at }) => (
          <li key={`${code} ${at} ${example}`}>
            {led(t(`warning.${code}`, { count, example: example ?? "" }), at)}
          </li>
        ))}
        {leftOut.length > 0 && (
          <li>
            {go("leftOut")}
            <ul className="ml-4 list-disc">
              {leftOut.map(({ kind, count, example, at }) => (
                <li key={`${kind} ${at} ${example}`}>
                  {led(t(`left.${kind}`, { count }), at)}
                  {example && <q className="ml-1.5 text-faint">{example.toWellFormed()}</q>}
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </Callout>
  );
}
