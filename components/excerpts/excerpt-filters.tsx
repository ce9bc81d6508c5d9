"use client";

import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FilterField } from "@/components/ui/filter-field";
import { shownPath } from "@/lib/domain/codebook";
import { CertaintyOrNone, Stance } from "@/lib/schemas/coding";
import { type FilterChoices, groupsIn, withGroups } from "@/lib/schemas/compare";
import type { ExcerptFilter } from "@/lib/schemas/excerpts";

interface ExcerptFiltersProps {
  filter: ExcerptFilter;
  choices: FilterChoices;
  codes: readonly { id: string; path: string }[];
  change: (part: Partial<ExcerptFilter>) => void;
}

export function ExcerptFilters({ filter, choices, codes, change }: ExcerptFiltersProps) {
  const t = useTranslations("excerpts.filter");
  const compare = useTranslations("compare");
  const names = new Intl.DisplayNames(useLocale(), { type: "language" });
  const stances = Stance.options.map((value) => ({
    value: value as string,
    label: compare(`stance.${value}`),
  }));
  const certainties = CertaintyOrNone.options.map((value) => ({
    value: value as string,
    label: compare(`certainty.${value}`),
  }));
  const one = (list: readonly string[] | undefined) => list?.[0];
  const list = (value: string | undefined) => (value ? [value] : undefined);
  return (
    <div className="grid gap-4 p-4">
      <FilterField
        anything={t("any")}
        label={t("code")}
        value={filter.code}
        options={codes.map(({ id, path }) => ({ value: id, label: shownPath(path) }))}
        onChoose={(code) => change({ code })}
      />
      {filter.code && (
        <Checkbox
          label={t("below")}
          checked={filter.below === "all"}
          onCheckedChange={(on) => change({ below: on === true ? "all" : "only" })}
        />
      )}
      <FilterField
        anything={t("any")}
        label={t("sector")}
        value={filter.sector}
        options={choices.sectors.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(sector) => change({ sector })}
      />
      <FilterField
        anything={t("any")}
        label={t("interviewee")}
        value={one(filter.interviewees)}
        options={choices.interviewees.map(({ id, number }) => ({
          value: id,
          label: compare("interviewee", { number: String(number) }),
        }))}
        onChoose={(id) => change({ interviewees: list(id) })}
      />
      {choices.attributes.map(
        ({ id, name, groups }) =>
          groups && (
            <FilterField
              key={id}
              anything={t("any")}
              label={name}
              value={one(groupsIn(filter.attributes, id))}
              options={groups.map(({ key, label, people }) => ({
                value: key,
                label: compare("groupPeople", { group: label || compare("notStated"), count: people }),
              }))}
              onChoose={(key) => change({ attributes: withGroups(filter.attributes, id, key ? [key] : []) })}
            />
          ),
      )}
      <FilterField
        anything={t("any")}
        label={t("cluster")}
        value={one(filter.clusters)}
        options={choices.clusters.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
        onChoose={(id) => change({ clusters: list(id) })}
      />
      <FilterField
        anything={t("any")}
        label={t("coder")}
        value={one(filter.coders)}
        options={choices.coders.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(id) => change({ coders: list(id) })}
      />
      <FilterField
        anything={t("any")}
        label={t("stance")}
        value={one(filter.stances)}
        options={stances}
        onChoose={(value) => change({ stances: list(value) as ExcerptFilter["stances"] })}
      />
      <FilterField
        anything={t("any")}
        label={t("certainty")}
        value={one(filter.certainties)}
        options={certainties}
        onChoose={(value) => change({ certainties: list(value) as ExcerptFilter["certainties"] })}
      />
      <FilterField
        anything={t("any")}
        label={t("language")}
        value={filter.language}
        options={choices.languages.map((code) => ({ value: code, label: names.of(code) ?? code }))}
        onChoose={(value) => change({ language: value })}
      />
      <Button
        size="sm"
        variant="quiet"
        className="justify-self-start"
        onClick={() =>
          change({
            code: undefined,
            below: "all",
            sector: undefined,
            interviewees: undefined,
            attributes: undefined,
            of: undefined,
            source: undefined,
            clusters: undefined,
            questions: undefined,
            coders: undefined,
            stances: undefined,
            certainties: undefined,
            language: undefined,
          })
        }
      >
        {t("clear")}
      </Button>
    </div>
  );
}
