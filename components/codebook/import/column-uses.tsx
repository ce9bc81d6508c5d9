"use client";

import { useTranslations } from "use-intl";
import { ColumnTable } from "@/components/ui/column-table";
import { Select } from "@/components/ui/select";
import { CODE_COLUMNS, type CodeColumn, type CodeTable } from "@/lib/domain/codebook";

interface ColumnUsesProps {
  table: CodeTable;
  uses: readonly CodeColumn[];
  onChange: (uses: CodeColumn[]) => void;
}

/** What each column is taken for. */
export function ColumnUses({ table, uses, onChange }: ColumnUsesProps) {
  const t = useTranslations("codebook.importDialog");
  const words = { columns: t("columns"), column: t("column"), holds: t("holds") };
  return (
    <ColumnTable words={words} columns={uses.map((_, at) => table.columns[at] ?? "")} rows={table.rows}>
      {(column, heading) => (
        <Select
          aria-label={t("columnOf", { heading })}
          className="w-52"
          options={CODE_COLUMNS.map((value) => ({ value, label: t(`uses.${value}`) }))}
          value={uses[column] ?? "none"}
          onValueChange={(value) => onChange(uses.map((each, at) => (at === column ? value : each)))}
        />
      )}
    </ColumnTable>
  );
}
