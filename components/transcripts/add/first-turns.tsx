"use client";

import { useTranslations } from "use-intl";
import { Section } from "@/components/studies/section";
import type { ParsedTranscript } from "@/lib/domain/transcript";

const SHOWN = 12;
const LONGEST = 400;

/** How the text begins, turn by turn, so that wrong speakers and wrong letters show at once. */
export function FirstTurns({ parsed, language }: { parsed: ParsedTranscript; language: string }) {
  const t = useTranslations("transcripts.new");
  const { text, turns, speakers } = parsed;
  const characters = speakers.reduce((sum, speaker) => sum + speaker.characters, 0);
  return (
    <Section title={t("preview")} description={t("stats", { turns: turns.length, characters })}>
      <dl lang={language} className="grid gap-x-4 gap-y-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
        {turns.slice(0, SHOWN).map(({ start, bodyStart, end, speaker }) => (
          <div key={start} className="contents">
            <dt className="truncate font-medium text-soft" title={speaker ?? undefined}>
              {speaker ?? <span className="text-faint italic">{t("nobody")}</span>}
            </dt>
            <dd className="whitespace-pre-wrap break-words">{excerpt(text, bodyStart, end)}</dd>
          </div>
        ))}
      </dl>
      {turns.length > SHOWN && (
        <p className="text-faint">{t("previewMore", { count: turns.length - SHOWN })}</p>
      )}
    </Section>
  );
}

function excerpt(text: string, start: number, end: number): string {
  return end - start <= LONGEST
    ? text.slice(start, end)
    : `${text.slice(start, start + LONGEST).toWellFormed()}…`;
}
