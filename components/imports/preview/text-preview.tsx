"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Section } from "@/components/studies/section";
import { useLanguageName } from "@/components/transcripts/language-name";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { Spinner } from "@/components/ui/spinner";
import type { ImportChoices } from "@/lib/schemas/imports";
import type { TranscriptPlace } from "@/lib/schemas/transcripts";
import type { PassageEdit } from "../model/passages";
import type { Preview } from "../model/preview-session";
import { PartNav } from "./part-nav";
import { RowList } from "./row-list";
import { usePart } from "./use-part";

/** Where a click on a warning leads; a new one each time, so that the same place can be gone to again. */
export interface Target {
  offset: number;
}

interface TextPreviewProps {
  preview: Preview;
  choices: ImportChoices;
  guide: TranscriptPlace["guide"];
  target: Target | null;
  /** Of a file that becomes two transcripts: which of them is shown. */
  half?: { shown: 0 | 1; onShow: (half: 0 | 1) => void } | null;
  onChange: (changes: Partial<ImportChoices>) => void;
}

/** The text as it will be: who says what, when, and which question it answers. */
export function TextPreview({ preview, choices, guide, target, half = null, onChange }: TextPreviewProps) {
  const t = useTranslations("imports.preview");
  const languageName = useLanguageName();
  const { parser, summary } = preview;
  const [part, setPart] = useState(0);
  const [place, setPlace] = useState<{ row: number } | null>(null);
  const heading = useRef<HTMLDivElement>(null);
  const rows = usePart(preview, part);

  useEffect(() => {
    if (!target || !parser) return;
    let current = true;
    void parser.ask("placeOf", target).then(
      (found) => {
        if (!current) return;
        setPart(found.part);
        setPlace({ row: found.row });
        heading.current?.scrollIntoView({ block: "start" });
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [target, parser]);

  if (!summary) return null;
  const passages = choices.questions ? (choices.passages ?? summary.passages) : [];
  const language = half ? summary.language : (choices.language ?? summary.language);
  const edit = async (change: PassageEdit) => {
    const edited = await parser?.ask("passages", { passages, edit: change });
    if (edited) onChange({ passages: edited });
  };
  const byHand = choices.passages !== null && (
    <Button size="sm" variant="quiet" onClick={() => onChange({ passages: null })}>
      {t("matchAgain")}
    </Button>
  );
  return (
    <div ref={heading}>
      <Section
        title={t("title")}
        description={t("stats", { turns: summary.turns, characters: summary.characters })}
        aside={preview.busy ? <Spinner /> : byHand}
      >
        {half && summary.languages && (
          <div className="mb-3 flex flex-wrap items-center gap-3">
            <Segmented
              label={t("half")}
              value={half.shown === 0 ? "first" : "second"}
              options={[
                { value: "first", label: languageName(summary.languages[0]) },
                { value: "second", label: languageName(summary.languages[1]) },
              ]}
              onChoose={(value) => {
                setPlace(null);
                setPart(0);
                half.onShow(value === "first" ? 0 : 1);
              }}
            />
            {choices.questions && guide.length > 0 && (
              <p className="min-w-0 flex-1 basis-64 text-faint text-sm">{t("halfQuestions")}</p>
            )}
          </div>
        )}
        <PartNav
          parts={summary.parts}
          part={part}
          onPart={(next) => {
            setPlace(null);
            setPart(next);
          }}
        />
        <RowList
          rows={rows}
          part={part}
          place={place}
          language={language}
          speakers={summary.speakers}
          passages={passages}
          guide={choices.questions ? guide : []}
          onEdit={half ? null : edit}
        />
      </Section>
    </div>
  );
}
