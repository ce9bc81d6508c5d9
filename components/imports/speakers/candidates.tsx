"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { LabelCandidate, SpeakerChoices } from "@/lib/domain/transcript";
import { accept } from "../model/speaker-choices";

const SHOWN = 20;

interface CandidatesProps {
  /** The most used first. */
  candidates: readonly LabelCandidate[];
  choices: SpeakerChoices;
  onChoices: (choices: SpeakerChoices) => void;
}

/** What looks like a speaker's name and was not taken for one. */
export function Candidates({ candidates, choices, onChoices }: CandidatesProps) {
  const t = useTranslations("transcripts.new");
  const shown = candidates.slice(0, SHOWN);
  if (shown.length === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer font-medium">{t("candidates")}</summary>
      <p className="text-faint text-sm">{t("candidatesHint")}</p>
      <ul className="mt-2 grid gap-1">
        {shown.map(({ label, uses, example }) => (
          <li key={label} className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium">{label}</span>
            <span className="text-faint text-sm">{t("uses", { count: uses })}</span>
            <q className="min-w-0 flex-1 truncate text-soft">{example.toWellFormed()}</q>
            <Button size="sm" onClick={() => onChoices(accept(choices, label))}>
              {t("isSpeaker", { label })}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
