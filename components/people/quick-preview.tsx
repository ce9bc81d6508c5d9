"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { SectorRow } from "@/lib/schemas/people";
import type { ParsedLine } from "./parse-lines";
import { useDay } from "./person-cells";

/** What pasted lines will become, and what is wrong with those that will not. */
export function QuickPreview({ lines, sectors }: { lines: ParsedLine[]; sectors: SectorRow[] }) {
  const t = useTranslations("people.quick");
  const words = useTranslations("people");
  const known = new Set(sectors.map((sector) => sector.name));
  if (lines.length === 0) return null;
  return (
    <div className="max-h-72 overflow-y-auto">
      <Table caption={t("preview")}>
        <TableHead>
          <tr>
            <Th>{words("number")}</Th>
            <Th className="min-w-28">{words("sector")}</Th>
            <Th className="min-w-28">{words("position")}</Th>
            <Th>{words("interview.title")}</Th>
          </tr>
        </TableHead>
        <TableBody>
          {lines.map((line) => (
            <PreviewLine key={line.line} line={line} isNew={(name) => !known.has(name)} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function PreviewLine({ line, isNew }: { line: ParsedLine; isNew: (sector: string) => boolean }) {
  const t = useTranslations("people.quick");
  const words = useTranslations("people");
  const dayOf = useDay();
  if (!line.ok) {
    return (
      <tr>
        <Th scope="row">{line.number ?? "–"}</Th>
        <Td colSpan={3}>
          <span className="font-medium text-danger">{t("line", { line: line.line })}: </span>
          {t(`problems.${line.problem}`, { number: String(line.number ?? "") })}
          <span className="mt-0.5 line-clamp-1 text-faint text-sm">{line.text.slice(0, 200)}</span>
        </Td>
      </tr>
    );
  }
  const { number, sector, position, date, minutes } = line.person;
  const interview = [
    date === null ? "" : dayOf(date),
    minutes === null ? "" : words("minutes", { count: minutes }),
  ];
  return (
    <tr>
      <Th scope="row" className="whitespace-nowrap">
        {number}
      </Th>
      <Td>
        {sector} {isNew(sector) && <Badge tone="accent">{t("newSector")}</Badge>}
      </Td>
      <Td>{position}</Td>
      <Td className="tabular whitespace-nowrap">{interview.filter(Boolean).join(" · ")}</Td>
    </tr>
  );
}
