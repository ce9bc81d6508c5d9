"use client";

import { useTranslations } from "use-intl";
import { Select } from "@/components/ui/select";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { CODE_COLUMNS, type CodeColumn, type CodeTable } from "@/lib/domain/codebook";

interface ColumnUsesProps {
  table: CodeTable;
  uses: readonly CodeColumn[];
  onChange: (uses: CodeColumn[]) => void;
}

/** Each column with its first values, and what it is taken for. */
export function ColumnUses({ table, uses, onChange }: ColumnUsesProps) {
  const t = useTranslations("codebook.importDialog");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section tabIndex={0} aria-label={t("columns")} className="max-h-64 overflow-auto">
      <Table caption={t("columns")}>
        <TableHead>
          <tr>
            <Th>{t("column")}</Th>
            <Th>{t("holds")}</Th>
          </tr>
        </TableHead>
        <TableBody>
          {uses.map((use, column) => {
            const heading = table.columns[column] ?? "";
            const values = table.rows.slice(0, 20).flatMap((row) => row[column]?.trim() || []);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file have nothing but their place.
              <tr key={column}>
                <Th scope="row" className="max-w-28 sm:max-w-72">
                  <span className="block truncate">{heading}</span>
                  <span className="block truncate font-normal text-faint text-sm">
                    {values.slice(0, 3).join(" · ")}
                  </span>
                </Th>
                <Td className="min-w-44">
                  <Select
                    aria-label={t("columnOf", { heading })}
                    className="w-52"
                    options={CODE_COLUMNS.map((value) => ({ value, label: t(`uses.${value}`) }))}
                    value={use}
                    onValueChange={(value) =>
                      onChange(uses.map((each, index) => (index === column ? value : each)))
                    }
                  />
                </Td>
              </tr>
            );
          })}
        </TableBody>
      </Table>
    </section>
  );
}
