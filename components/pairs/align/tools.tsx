"use client";

import { ArrowDown, ArrowUp, Combine, Redo2, RefreshCw, SkipForward, Split, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameOfLanguage } from "@/components/reader/model/language";
import { Button } from "@/components/ui/button";
import type { Aligning, PairTexts, Step } from "./state";

interface ToolsProps {
  texts: PairTexts;
  aligning: Aligning;
  act: (step: Step) => void;
}

/** What can be done with the row at hand, for those who use no keys. */
export function Tools({ texts, aligning: { rows, at, done, undone }, act }: ToolsProps) {
  const t = useTranslations("pairs");
  const locale = useLocale();
  const language = nameOfLanguage(texts[at.side].language, locale);
  const row = rows[at.row];
  const tool = (step: Step, icon: ReactNode, label: string, disabled = false) => (
    <Button size="sm" disabled={disabled} onClick={() => act(step)}>
      {icon} {label}
    </Button>
  );
  return (
    <div role="toolbar" aria-label={t("tools")} className="flex flex-wrap items-center gap-1.5">
      <span className="tabular mr-1 text-soft text-sm">
        {t("row", { number: at.row + 1, count: rows.length })}
      </span>
      {tool({ kind: "join" }, <Combine aria-hidden />, t("join"), at.row === 0)}
      {tool({ kind: "split" }, <Split aria-hidden />, t("split"), !row || row.first + row.second < 2)}
      {tool({ kind: "up" }, <ArrowUp aria-hidden />, t("up", { language }), at.row === 0)}
      {tool({ kind: "down" }, <ArrowDown aria-hidden />, t("down", { language }), row?.[at.side] === 0)}
      {tool({ kind: "undo" }, <Undo2 aria-hidden />, t("undo"), done.length === 0)}
      {tool({ kind: "redo" }, <Redo2 aria-hidden />, t("redo"), undone.length === 0)}
      {tool({ kind: "next" }, <SkipForward aria-hidden />, t("next"))}
      {tool({ kind: "anew" }, <RefreshCw aria-hidden />, t("anew"))}
    </div>
  );
}
