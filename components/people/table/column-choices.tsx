"use client";

import { useTranslations } from "use-intl";
import { Select } from "@/components/ui/select";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { ATTRIBUTE_KINDS, COLUMN_USES, type ColumnChoice } from "@/lib/domain/people";
import type { PeopleFile } from "@/lib/schemas/people";

interface ColumnChoicesProps {
  file: PeopleFile;
  choices: readonly ColumnChoice[];
  seesNames: boolean;
  onChange: (choices: ColumnChoice[]) => void;
}

/** Each column with its first values, and what it is taken for. */
export function ColumnChoices({ file, choices, seesNames, onChange }: ColumnChoicesProps) {
  const t = useTranslations("people.table");
  const kinds = useTranslations("people.attributeSheet.kinds");
  const uses = COLUMN_USES.filter((use) => use !== "name" || seesNames);
  const set = (column: number, choice: Partial<ColumnChoice>) =>
    onChange(choices.map((each, index) => (index === column ? { ...each, ...choice } : each)));
  return (
    <div className="max-h-80 overflow-auto">
      <Table caption={t("columns")}>
        <TableHead>
          <tr>
            <Th>{t("column")}</Th>
            <Th>{t("holds")}</Th>
          </tr>
        </TableHead>
        <TableBody>
          {choices.map(({ use, kind }, column) => {
            const heading = file.columns[column] ?? "";
            const values = file.rows.slice(0, 20).flatMap((row) => row[column]?.trim() || []);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file have nothing but their place.
              <tr key={column}>
                <Th
                  scope="row"
                  className="max-w-28 sm:max-w-56"
                  title={[heading, ...values.slice(0, 3)].join(" · ")}
                >
                  <span className="block truncate">{heading}</span>
                  <span className="block truncate font-normal text-faint text-sm">
                    {values.slice(0, 3).join(" · ")}
                  </span>
                </Th>
                <Td className="min-w-44">
                  <div className="flex flex-wrap gap-2">
                    <Select
                      aria-label={t("columnOf", { heading })}
                      className="w-44"
                      options={uses.map((value) => ({ value, label: t(`uses.${value}`) }))}
                      value={use}
                      onValueChange={(value) => set(column, { use: value })}
                    />
                    {use === "attribute" && (
                      <Select
                        aria-label={t("kindOf", { heading })}
                        className="w-32"
                        options={ATTRIBUTE_KINDS.map((value) => ({ value, label: kinds(value) }))}
                        value={kind}
                        onValueChange={(value) => set(column, { kind: value })}
                      />
                    )}
                  </div>
                </Td>
              </tr>
            );
          })}
        </TableBody>
      </Table>
    </div>
  );
}
