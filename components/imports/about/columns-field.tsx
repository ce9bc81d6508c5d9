"use client";

import { useTranslations } from "use-intl";
import { Section } from "@/components/studies/section";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { TableColumns } from "@/lib/domain/transcript";
import type { Summary } from "../model/parsing";

const WHAT = ["text", "speaker", "time", "end", "other"] as const satisfies readonly (keyof TableColumns)[];
/** Stands for no column: a Select has no empty value. */
const NONE = "none";

interface ColumnsFieldProps {
  table: NonNullable<Summary["table"]>;
  onChange: (columns: TableColumns) => void;
}

/** Which column of a table holds what. */
export function ColumnsField({ table: { columns, chosen }, onChange }: ColumnsFieldProps) {
  const t = useTranslations("imports.columns");
  return (
    <Section title={t("title")} description={t("description")}>
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {WHAT.map((what) => (
          <Field key={what} label={t(what)}>
            <Select
              value={chosen[what] === null ? NONE : `${chosen[what]}`}
              options={[
                { value: NONE, label: t("none") },
                ...columns.map((name, index) => ({
                  value: `${index}`,
                  label: name || t("unnamed", { number: index + 1 }),
                })),
              ]}
              onValueChange={(value) =>
                onChange({ ...chosen, [what]: value === NONE ? null : Number(value) })
              }
            />
          </Field>
        ))}
      </div>
    </Section>
  );
}
