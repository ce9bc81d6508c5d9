"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { MEMO_ABOUT, MEMO_STATES, type MemoView } from "@/lib/schemas/memos";
import { memoQuery } from "./query";

/** An option that lets everything through; a Select has no empty value. */
const ANY = "any";
/** How long after the last key the words are looked for, in milliseconds. */
const PAUSE = 250;

interface MemoFiltersProps {
  filter: MemoView;
  authors: readonly { id: string; name: string }[];
  change: (part: Partial<MemoView>) => void;
}

/** About what, by whom, in which state, with which words. */
export function MemoFilters({ filter, authors, change }: MemoFiltersProps) {
  const t = useTranslations("memos");
  const any = { value: ANY, label: t("filter.any") };
  const chosen = (value: string) => (value === ANY ? undefined : value);
  return (
    <section aria-label={t("filter.title")} className="mb-5 flex flex-wrap items-end gap-3">
      <div className="w-40">
        <Field label={t("filter.about")}>
          <Select
            value={filter.about ?? ANY}
            options={[any, ...MEMO_ABOUT.map((value) => ({ value, label: t(`kind.${value}`) }))]}
            onValueChange={(value) => change({ about: chosen(value) as MemoView["about"] })}
          />
        </Field>
      </div>
      <div className="w-44">
        <Field label={t("filter.by")}>
          <Select
            value={filter.by ?? ANY}
            options={[any, ...authors.map(({ id, name }) => ({ value: id, label: name }))]}
            onValueChange={(value) => change({ by: chosen(value) })}
          />
        </Field>
      </div>
      <div className="w-44">
        <Field label={t("filter.state")}>
          <Select
            value={filter.state}
            options={MEMO_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
            onValueChange={(state) => change({ state })}
          />
        </Field>
      </div>
      <Words value={filter.text ?? ""} onSettled={(text) => change({ text: text || undefined })} />
      {memoQuery(filter).size > 0 && (
        <Button
          variant="quiet"
          onClick={() => change({ about: undefined, by: undefined, state: "open", text: undefined })}
        >
          {t("filter.clear")}
        </Button>
      )}
    </section>
  );
}

/** Words to look for, once one has stopped typing. */
function Words({ value, onSettled }: { value: string; onSettled: (text: string) => void }) {
  const t = useTranslations("memos");
  const [words, setWords] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setWords(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className="w-52">
      <Field label={t("filter.text")}>
        <TextInput
          type="search"
          value={words}
          onChange={({ target }) => {
            setWords(target.value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => onSettled(target.value.trim()), PAUSE);
          }}
        />
      </Field>
    </div>
  );
}
