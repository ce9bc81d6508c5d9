"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { shownPath } from "@/lib/domain/codebook";
import { HISTORY_GROUP_NAMES, type HistoryView } from "@/lib/schemas/history";
import { dayOf, momentOf } from "./days";
import { historyQuery } from "./query";

/** An option that lets everything through; a Select has no empty value. */
const ANY = "any";

export interface HistoryChoices {
  actors: readonly { id: string; name: string }[];
  transcripts: readonly { id: string; title: string }[];
  codes: readonly { id: string; path: string }[];
}

interface HistoryFiltersProps extends HistoryChoices {
  filter: HistoryView;
  change: (part: Partial<HistoryView>) => void;
}

/** By whom, what, where, with which code, when. */
export function HistoryFilters({ filter, actors, transcripts, codes, change }: HistoryFiltersProps) {
  const t = useTranslations("history");
  const { from, until } = filter;
  return (
    <div className="grid gap-4 p-4">
      <One
        label={t("filter.by")}
        value={filter.by}
        options={actors.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(by) => change({ by })}
      />
      <One
        label={t("filter.group")}
        value={filter.group}
        options={HISTORY_GROUP_NAMES.map((value) => ({ value, label: t(`group.${value}`) }))}
        onChoose={(group) => change({ group: group as HistoryView["group"] })}
      />
      <One
        label={t("filter.transcript")}
        value={filter.transcript}
        options={transcripts.map(({ id, title }) => ({ value: id, label: title }))}
        onChoose={(transcript) => change({ transcript })}
      />
      <One
        label={t("filter.code")}
        value={filter.code}
        options={codes.map(({ id, path }) => ({ value: id, label: shownPath(path) }))}
        onChoose={(code) => change({ code })}
      />
      <Day label={t("filter.from")} moment={from} on={0} onChoose={(next) => change({ from: next })} />
      <Day label={t("filter.until")} moment={until} on={1} onChoose={(next) => change({ until: next })} />
      {historyQuery(filter).size > 0 && (
        <Button
          size="sm"
          variant="quiet"
          className="justify-self-start"
          onClick={() =>
            change({
              by: undefined,
              group: undefined,
              transcript: undefined,
              code: undefined,
              from: undefined,
              until: undefined,
            })
          }
        >
          {t("filter.clear")}
        </Button>
      )}
    </div>
  );
}

interface DayProps {
  label: string;
  moment: string | undefined;
  /** How many days after the day that is shown the moment is. */
  on: 0 | 1;
  onChoose: (moment: string | undefined) => void;
}

/** A day. What is typed stays as it is until one leaves the field: a year is a day's with each of its digits. */
function Day({ label, moment, on, onChoose }: DayProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label}>
      <TextInput
        type="date"
        value={typed ?? (moment ? dayOf(moment, -on) : "")}
        onBlur={() => setTyped(null)}
        onChange={({ target }) => {
          setTyped(target.value);
          const next = momentOf(target.value, on);
          if (next !== moment) onChoose(next);
        }}
      />
    </Field>
  );
}

interface OneProps {
  label: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string | undefined) => void;
}

function One({ label, value, options, onChoose }: OneProps) {
  const t = useTranslations("history.filter");
  return (
    <Field label={label}>
      <Select
        value={value ?? ANY}
        options={[{ value: ANY, label: t("any") }, ...options]}
        onValueChange={(next) => onChoose(next === ANY ? undefined : next)}
      />
    </Field>
  );
}
