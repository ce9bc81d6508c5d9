"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { DENOMINATORS } from "@/lib/domain/compare";
import { CertaintyOrNone, Stance } from "@/lib/schemas/coding";
import { type CompareView, FIGURES, type FilterChoices } from "@/lib/schemas/compare";
import { ChoiceChip, ChoiceOrFindChip } from "./choice-chip";
import { FilterChip } from "./filter-chip";
import { PeopleChip } from "./people-chip";
import { unitOf } from "./use-cell-words";
import type { ChangeView } from "./use-view";

/** What columns there are in every study; besides them each attribute that people are known by. */
const KINDS = ["sector", "interviewee", "cluster", "source"] as const;

interface ToolbarProps {
  view: CompareView;
  change: ChangeView;
  choices: FilterChoices;
  /** The branches that the rows can be narrowed to, by path. */
  branches: readonly { id: string; path: string }[];
}

/** What the rows, columns and figures are, and what is counted. */
export function Toolbar({ view, change, choices, branches }: ToolbarProps) {
  const t = useTranslations("compare");
  const unit = unitOf(view.columns);
  const filtered = view.clusters ?? view.coders ?? view.stances ?? view.certainties ?? view.attributes;
  return (
    <>
      <ChoiceOrFindChip
        label={t("rows.label")}
        value={view.rows ?? "all"}
        options={[
          { value: "all", label: t("rows.all") },
          ...branches.map(({ id, path }) => ({ value: id, label: path })),
        ]}
        onChoose={(rows) => change({ rows: rows === "all" ? undefined : rows })}
      />
      <ChoiceChip
        label={t("rows.below")}
        value={view.alone ? "alone" : "include"}
        options={(["include", "alone"] as const).map((value) => ({ value, label: t(`rows.${value}`) }))}
        onChoose={(value) => change({ alone: value === "alone" ? "1" : undefined })}
      />
      <ChoiceOrFindChip
        label={t("columns.label")}
        value={view.by ?? view.columns}
        options={[
          ...KINDS.map((value) => ({ value: value as string, label: t(`columns.${value}`) })),
          ...choices.attributes.flatMap(({ id, name, groups }) =>
            groups ? [{ value: id, label: name }] : [],
          ),
        ]}
        // The open cell and the order belong to columns that are no more.
        onChoose={(value) => {
          const kind = KINDS.find((each) => each === value);
          const columns = kind
            ? { columns: kind, by: undefined }
            : { columns: "attribute" as const, by: value };
          change({ ...columns, cell: undefined, sort: undefined });
        }}
      />
      <ChoiceChip
        label={t("figure.label")}
        value={view.figure}
        options={FIGURES.map((value) => ({ value, label: t(`figure.${value}`, { unit }) }))}
        onChoose={(figure) => change({ figure })}
      />
      <ChoiceChip
        label={t("share.label")}
        value={view.share}
        options={DENOMINATORS.map((value) => ({ value, label: t(`share.${value}`, { unit }) }))}
        onChoose={(share) => change({ share })}
      />
      <FilterChip
        label={t("filter.cluster")}
        options={choices.clusters.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
        chosen={view.clusters ?? []}
        onChoose={(clusters) => change({ clusters })}
      />
      <FilterChip
        label={t("filter.coder")}
        options={choices.coders.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={view.coders ?? []}
        onChoose={(coders) => change({ coders })}
      />
      <FilterChip
        label={t("filter.stance")}
        options={Stance.options.map((value) => ({ value, label: t(`stance.${value}`) }))}
        chosen={view.stances ?? []}
        onChoose={(stances) => change({ stances: stances as CompareView["stances"] })}
      />
      <FilterChip
        label={t("filter.certainty")}
        options={CertaintyOrNone.options.map((value) => ({ value, label: t(`certainty.${value}`) }))}
        chosen={view.certainties ?? []}
        onChoose={(certainties) => change({ certainties: certainties as CompareView["certainties"] })}
      />
      {view.columns !== "source" && choices.attributes.length > 0 && (
        <PeopleChip
          attributes={choices.attributes}
          chosen={view.attributes}
          onChoose={(attributes) => change({ attributes })}
        />
      )}
      {filtered && (
        <Button
          size="sm"
          variant="quiet"
          onClick={() =>
            change({
              clusters: undefined,
              coders: undefined,
              stances: undefined,
              certainties: undefined,
              attributes: undefined,
            })
          }
        >
          {t("filter.clear")}
        </Button>
      )}
    </>
  );
}
