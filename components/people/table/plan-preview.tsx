"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableGap, TableHead, Td, Th } from "@/components/ui/table";
import type { PeoplePlan, PlannedRow } from "@/lib/domain/people";

const TONES = { add: "accent", change: "warning", same: "neutral", refused: "danger" } as const;

/** Of a row of one line, in pixels; each is measured as it is drawn. */
const ROW = 45;

/** What will be made of each row, those that are left out with their reason. */
export function PlanPreview({ plan }: { plan: PeoplePlan }) {
  const t = useTranslations("people.table");
  const words = useTranslations("people");
  const scroller = useRef<HTMLElement>(null);
  const windowed = useVirtualizer({
    count: plan.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const items = windowed.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = windowed.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section ref={scroller} tabIndex={0} className="max-h-96 overflow-auto" aria-label={t("preview")}>
      <Table caption={t("preview")} aria-rowcount={plan.rows.length + 1}>
        <TableHead>
          <tr aria-rowindex={1}>
            <Th>{t("row")}</Th>
            <Th>{words("number")}</Th>
            <Th>{t("outcome")}</Th>
            <Th className="min-w-32">{t("changes")}</Th>
          </tr>
        </TableHead>
        <TableBody>
          <TableGap height={before} span={4} />
          {items.map(({ index }) => {
            const row = plan.rows[index];
            return (
              row && (
                <tr key={row.row} ref={windowed.measureElement} data-index={index} aria-rowindex={index + 2}>
                  <Td className="tabular text-faint">{row.row + 1}</Td>
                  <Th scope="row" className="whitespace-nowrap">
                    {row.number ?? "–"}
                  </Th>
                  <Td>
                    <Badge tone={TONES[row.outcome]}>{t(`outcomes.${row.outcome}`)}</Badge>
                  </Td>
                  <Td>
                    <Details row={row} plan={plan} />
                  </Td>
                </tr>
              )
            );
          })}
          <TableGap height={after} span={4} />
        </TableBody>
      </Table>
    </section>
  );
}

function Details({ row, plan }: { row: PlannedRow; plan: PeoplePlan }) {
  const t = useTranslations("people.table");
  const words = useTranslations("people");
  if (row.problem) {
    const { problem, heading, value } = row.problem;
    return (
      <span className="text-danger">{t(`problems.${problem}`, { heading, value: value.slice(0, 80) })}</span>
    );
  }
  return (
    <ul className="grid gap-0.5">
      {row.fields.map(({ field, attribute, from, to }) => (
        <li key={`${field} ${attribute}`}>
          <span className="text-faint text-sm">
            {field === "attribute" ? plan.attributes[attribute ?? -1]?.name : words(field)}
          </span>{" "}
          {from === "" ? to : t("fromTo", { from, to })}
        </li>
      ))}
    </ul>
  );
}
