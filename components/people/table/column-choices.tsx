"use client";

import { useTranslations } from "use-intl";
import { ColumnTable } from "@/components/ui/column-table";
import { Select } from "@/components/ui/select";
import { ATTRIBUTE_KINDS, COLUMN_USES, type ColumnChoice } from "@/lib/domain/people";
import type { PeopleFile } from "@/lib/schemas/people";

interface ColumnChoicesProps {
  file: PeopleFile;
  choices: readonly ColumnChoice[];
  seesNames: boolean;
  onChange: (choices: ColumnChoice[]) => void;
}

/** What each column is taken for; of an attribute also what kind it is. */
export function ColumnChoices({ file, choices, seesNames, onChange }: ColumnChoicesProps) {
  const t = useTranslations("people.table");
  const kinds = useTranslations("people.attributeSheet.kinds");
  const uses = COLUMN_USES.filter((use) => use !== "name" || seesNames);
  const words = { columns: t("columns"), column: t("column"), holds: t("holds") };
  const set = (column: number, choice: Partial<ColumnChoice>) =>
    onChange(choices.map((each, index) => (index === column ? { ...each, ...choice } : each)));
  return (
    <ColumnTable words={words} columns={choices.map((_, at) => file.columns[at] ?? "")} rows={file.rows}>
      {(column, heading) => {
        const choice = choices[column];
        return (
          choice && (
            <div className="flex flex-wrap gap-2">
              <Select
                aria-label={t("columnOf", { heading })}
                className="w-44"
                options={uses.map((value) => ({ value, label: t(`uses.${value}`) }))}
                value={choice.use}
                onValueChange={(value) => set(column, { use: value })}
              />
              {choice.use === "attribute" && (
                <Select
                  aria-label={t("kindOf", { heading })}
                  className="w-32"
                  options={ATTRIBUTE_KINDS.map((value) => ({ value, label: kinds(value) }))}
                  value={choice.kind}
                  onValueChange={(value) => set(column, { kind: value })}
                />
              )}
            </div>
          )
        );
      }}
    </ColumnTable>
  );
}
