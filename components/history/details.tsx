"use client";

import { useTranslations } from "use-intl";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { HistoryRow } from "@/lib/schemas/history";

type Said = HistoryRow["differences"][number]["before"];

/** The fields that an event changed, as they were and as they became. */
export function Details({ row }: { row: HistoryRow }) {
  const t = useTranslations("history");
  const label = (field: string) => {
    const key = `fields.${field}` as "fields.name";
    return t.has(key) ? t(key) : field;
  };
  const erasure = useTranslations("erasure");
  const sayOf = (field: string, value: Said): string => {
    const key = `reasons.${value}` as "reasons.consent";
    return field === "reason" && typeof value === "string" && erasure.has(key) ? erasure(key) : say(value);
  };
  const say = (value: Said): string => {
    if (value === null || value === "") return t("nothing");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (Array.isArray(value)) return value.map((each) => say(each)).join(", ") || t("nothing");
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  };
  return (
    <div className="my-1.5 max-w-3xl">
      <Table caption={t("details")}>
        <TableHead>
          <tr>
            <Th>
              <span className="sr-only">{t("filter.group")}</span>
            </Th>
            <Th>{t("before")}</Th>
            <Th>{t("after")}</Th>
          </tr>
        </TableHead>
        <TableBody>
          {row.differences.map(({ field, before, after }) => (
            <tr key={field}>
              <Th scope="row">{label(field)}</Th>
              <Td className="wrap-anywhere whitespace-pre-wrap text-soft">{sayOf(field, before)}</Td>
              <Td className="wrap-anywhere whitespace-pre-wrap">{sayOf(field, after)}</Td>
            </tr>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
