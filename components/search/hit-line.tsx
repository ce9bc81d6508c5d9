"use client";

import Link from "next/link";
import type { KeyboardEvent, MouseEvent } from "react";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { placeOf } from "./model/address";
import type { Place } from "./model/results";
import { useSpeaker } from "./use-speaker";

interface HitLineProps {
  studyId: string;
  q: string;
  place: Place;
  index: number;
  chosen: boolean;
  /** With Shift, all from the one chosen last up to this one. */
  onChoose: (index: number, on: boolean, range: boolean) => void;
}

/** One place in its context: who says it, when, to which question; the words found lead into the transcript. */
export function HitLine({ studyId, q, place, index, chosen, onChoose }: HitLineProps) {
  const t = useTranslations("search.hit");
  const speaker = useSpeaker(place);
  const { before, quote, after, transcript, question, atMs, role } = place;
  const choose = (event: MouseEvent<HTMLInputElement>) => onChoose(index, !chosen, event.shiftKey);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    event.currentTarget.closest("li")?.querySelector("a")?.click();
  };
  return (
    <div
      className={`grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-line border-b px-4 py-2 ${chosen ? "bg-accent-tint/60" : ""}`}
    >
      <label className="flex min-h-6 min-w-6 items-start pt-0.5">
        <span className="sr-only">{t("choose", { quote, speaker })}</span>
        <input
          type="checkbox"
          data-place={index}
          checked={chosen}
          onClick={choose}
          onChange={() => undefined}
          onKeyDown={onKeyDown}
          className="size-4.5 accent-accent"
        />
      </label>
      <div className="min-w-0">
        <p lang={transcript.language} dir="auto" className="reading max-w-none text-base leading-relaxed">
          <span className="text-soft">{before}</span>
          <Link
            href={studyRoute(studyId, "transcripts", placeOf(transcript.id, q, place))}
            prefetch={false}
            aria-label={t("open", { quote })}
            className="rounded-sm bg-warning-tint font-semibold text-ink underline-offset-2 hover:underline"
          >
            {quote}
          </Link>
          <span className="text-soft">{after}</span>
        </p>
        <p className="tabular mt-0.5 flex flex-wrap gap-x-2.5 text-faint text-sm">
          <span className={role === "interviewer" ? "italic" : "text-soft"}>{speaker}</span>
          {atMs !== null && <span>{clock(atMs)}</span>}
          {question !== null && <span>{question}</span>}
        </p>
      </div>
    </div>
  );
}

/** Hours where there are any, minutes and seconds. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
  const hours = Math.floor(seconds / 3600);
  return (hours > 0 ? [hours, ...parts] : parts).join(":");
}
