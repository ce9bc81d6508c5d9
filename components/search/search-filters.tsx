"use client";

import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { optionsOf } from "@/components/codebook/code-options";
import { Button } from "@/components/ui/button";
import { FilterField } from "@/components/ui/filter-field";
import { buildTree } from "@/lib/domain/codebook";
import { type SearchChoices, type SearchFilter, SPEAKERS } from "@/lib/schemas/search";

interface SearchFiltersProps {
  filter: SearchFilter;
  choices: SearchChoices;
  change: (part: SearchFilter) => void;
}

/** Nothing but what the words are: to take every filter away. */
const EVERYTHING: SearchFilter = {
  transcripts: undefined,
  sectors: undefined,
  interviewees: undefined,
  speakers: undefined,
  clusters: undefined,
  questions: undefined,
  language: undefined,
  within: undefined,
  without: undefined,
};

export function SearchFilters({ filter, choices, change }: SearchFiltersProps) {
  const t = useTranslations("search");
  const compare = useTranslations("compare");
  const names = new Intl.DisplayNames(useLocale(), { type: "language" });
  const list = (value: string | undefined) => (value ? [value] : undefined);
  const codes = useMemo(() => optionsOf(buildTree(choices.codes)), [choices.codes]);
  const any = t("filter.any");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <FilterField
        label={t("filter.transcript")}
        anything={any}
        value={filter.transcripts?.[0]}
        options={choices.transcripts.map(({ id, title }) => ({ value: id, label: title }))}
        onChoose={(id) => change({ transcripts: list(id) })}
      />
      <FilterField
        label={t("filter.speakers")}
        anything={any}
        value={filter.speakers}
        options={SPEAKERS.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChoose={(value) => change({ speakers: SPEAKERS.find((each) => each === value) })}
      />
      <FilterField
        label={t("filter.sector")}
        anything={any}
        value={filter.sectors?.[0]}
        options={choices.sectors.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(id) => change({ sectors: list(id) })}
      />
      <FilterField
        label={t("filter.interviewee")}
        anything={any}
        value={filter.interviewees?.[0]}
        options={choices.interviewees.map(({ id, number }) => ({
          value: id,
          label: compare("interviewee", { number: String(number) }),
        }))}
        onChoose={(id) => change({ interviewees: list(id) })}
      />
      <FilterField
        label={t("filter.cluster")}
        anything={any}
        value={filter.clusters?.[0]}
        options={choices.clusters.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
        onChoose={(id) => change({ clusters: list(id) })}
      />
      <FilterField
        label={t("filter.within")}
        anything={any}
        value={filter.within?.[0]}
        options={codes}
        onChoose={(id) => change({ within: list(id) })}
      />
      <FilterField
        label={t("filter.without")}
        anything={any}
        value={filter.without?.[0]}
        options={codes}
        onChoose={(id) => change({ without: list(id) })}
      />
      <FilterField
        label={t("filter.language")}
        anything={any}
        value={filter.language}
        options={choices.languages.map((code) => ({ value: code, label: names.of(code) ?? code }))}
        onChoose={(language) => change({ language })}
      />
      <Button size="sm" variant="quiet" className="justify-self-start" onClick={() => change(EVERYTHING)}>
        {t("filter.clear")}
      </Button>
    </div>
  );
}
