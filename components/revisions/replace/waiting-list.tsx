"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { CodePill } from "@/components/ui/code-swatch";
import type { ReplacementPlace } from "@/lib/schemas/imports";
import type { CurrentText } from "./use-base";

/** More segments than these are counted and not listed. */
const SHOWN = 100;

interface WaitingListProps {
  /** Which of the segments, as indexes. */
  waiting: readonly number[];
  current: CurrentText;
  codes: ReplacementPlace["codes"];
}

/** The segments that will wait for a decision: their words, codes and coders. */
export function WaitingList({ waiting, current: { text, codings }, codes }: WaitingListProps) {
  const t = useTranslations("imports.replace");
  const byId = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  if (waiting.length === 0) return null;
  return (
    <details className="rounded-lg border border-line px-3 py-2">
      <summary className="cursor-pointer font-medium">{t("list", { count: waiting.length })}</summary>
      <ul className="mt-2 grid max-h-96 gap-3 overflow-y-auto">
        {waiting.slice(0, SHOWN).map((index) => {
          const segment = codings.segments[index];
          if (!segment) return null;
          const [id, start, end, coder, , , , , , given] = segment;
          return (
            <li key={id} className="grid gap-1">
              <span className="flex flex-wrap items-center gap-2">
                {given.map(([coding, at]) => {
                  const code = byId.get(codings.codes[at] ?? "");
                  return code && <CodePill key={coding} hue={code.hue} name={code.name} />;
                })}
                <span className="text-faint text-sm">{codings.coders[coder]?.name}</span>
              </span>
              <q
                lang={text.language}
                dir="auto"
                className="line-clamp-3 border-line border-l-2 pl-3 font-reading leading-relaxed"
              >
                {text.text.slice(start, end)}
              </q>
            </li>
          );
        })}
      </ul>
      {waiting.length > SHOWN && (
        <p className="mt-2 text-soft">{t("more", { count: waiting.length - SHOWN })}</p>
      )}
    </details>
  );
}
