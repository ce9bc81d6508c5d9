"use client";

import { useTranslations } from "use-intl";
import { clock } from "@/components/reader/text/speaker-mark";
import { cx } from "@/components/ui/cx";
import type { ParsedSpeaker } from "@/lib/domain/transcript";
import type { PreviewRow } from "../model/parsing";

interface TextRowProps {
  row: PreviewRow;
  speaker: ParsedSpeaker | undefined;
  language: string;
  /** Whether somebody was led here. */
  found: boolean;
  /** Ties a question of the guide to the turn that begins here. */
  onAsk: (() => void) | undefined;
}

const HUES = 6;

/** A line of the text; the first of a turn says who speaks and when, beside the colour. */
export function TextRow({ row, speaker, language, found, onAsk }: TextRowProps) {
  const t = useTranslations("imports.preview");
  const { turnStart, atMs, speech, text } = row;
  const nobody = speech ? t("nobody") : t("noSpeech");
  const begins = turnStart !== null || !speech;
  return (
    <div
      aria-current={found ? "location" : undefined}
      data-hue={row.speaker === null ? undefined : row.speaker % HUES}
      className={cx(
        "grid gap-x-4 border-l-2 pl-3 sm:grid-cols-[9rem_minmax(0,1fr)]",
        speaker ? "border-hue" : "border-transparent",
        begins && "pt-2",
        found && "bg-accent-tint outline outline-accent",
      )}
    >
      <div className="min-w-0 sm:text-right">
        {begins && (
          <p className="flex flex-wrap items-baseline gap-x-2 sm:justify-end">
            <span
              className={cx(
                "max-w-full truncate font-semibold text-sm",
                speaker ? "text-hue" : "text-faint italic",
              )}
              title={speaker?.label}
            >
              {speaker?.label ?? nobody}
            </span>
            {atMs !== null && <span className="tabular text-faint text-sm">{clock(atMs)}</span>}
          </p>
        )}
        {onAsk && (
          <button
            type="button"
            onClick={onAsk}
            className="rounded-sm text-accent text-sm underline underline-offset-2"
          >
            {t("ask")}
          </button>
        )}
      </div>
      <p
        lang={language}
        dir="auto"
        className={cx(
          "max-w-[70ch] whitespace-pre-wrap break-words font-serif text-lg leading-7",
          speech ? (speaker?.role === "interviewer" ? "text-soft" : "text-ink") : "text-faint italic",
        )}
      >
        {text.trimEnd().toWellFormed() || "\u00a0"}
      </p>
    </div>
  );
}
