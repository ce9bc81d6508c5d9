"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Callout } from "@/components/ui/callout";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { ErasePreview } from "@/lib/schemas/erasure";
import { Counts } from "./counts";

/** What an erasure would take and from whom, what stays, and where else one has to look. */
export function WhatGoes({ preview, ofPerson }: { preview: ErasePreview; ofPerson: boolean }) {
  const t = useTranslations("erasure");
  const format = useFormatter();
  const { counts, transcripts, coders, elsewhere } = preview;
  return (
    <div className="grid gap-4" role="status">
      {coders.some(({ own }) => !own) && <Callout kind="warning">{t("others")}</Callout>}
      <section>
        <h3 className="font-medium">{t("goes")}</h3>
        <Counts counts={counts} ofPerson={ofPerson} />
        {ofPerson && transcripts.length > 0 && (
          <p className="wrap-anywhere mt-1 text-soft">
            {t("titles")}: {format.list(transcripts.map(({ title }) => title))}
          </p>
        )}
      </section>
      {coders.length > 0 && (
        <Table caption={t("whose")}>
          <TableHead>
            <tr>
              <Th>{t("coder")}</Th>
              <Th className="text-right">{t("segments")}</Th>
            </tr>
          </TableHead>
          <TableBody>
            {coders.map(({ id, name, own, segments }) => (
              <tr key={id}>
                <Th scope="row">{own ? t("you", { name }) : name}</Th>
                <Td className="whitespace-nowrap text-right">{format.number(segments)}</Td>
              </tr>
            ))}
          </TableBody>
        </Table>
      )}
      <section>
        <h3 className="font-medium">{t("stays")}</h3>
        <p className="mt-1">{t("staysLog")}</p>
      </section>
      {elsewhere.length > 0 && (
        <Callout kind="warning" title={t("elsewhere.lead")}>
          <ul className="list-disc pl-5">
            {elsewhere.map(({ where, count }) => (
              <li key={where}>{t(`elsewhere.${where}`, { count })}</li>
            ))}
          </ul>
        </Callout>
      )}
      <Callout kind="info">{t("backups")}</Callout>
    </div>
  );
}
