"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Callout } from "@/components/ui/callout";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { RestorePreview } from "@/lib/schemas/history";

/** What a restore would do, and to whose work. */
export function Preview({ preview }: { preview: RestorePreview }) {
  const t = useTranslations("history.restore");
  const format = useFormatter();
  const { segments, codings, coders, transcripts, waiting } = preview;
  return (
    <div className="grid gap-4" role="status">
      {coders.some(({ own }) => !own) && <Callout kind="warning">{t("others")}</Callout>}
      <ul className="grid gap-1">
        {segments.back > 0 && <li>{t("back", { count: segments.back })}</li>}
        {segments.gone > 0 && <li>{t("gone", { count: segments.gone })}</li>}
        {segments.changed > 0 && <li>{t("changed", { count: segments.changed })}</li>}
        <li>{t("codings", { back: codings.back, gone: codings.gone, changed: codings.changed })}</li>
        <li className="text-soft">{t("transcripts", { count: transcripts })}</li>
        {waiting > 0 && <li className="text-warning">{t("waiting", { count: waiting })}</li>}
      </ul>
      {coders.length > 0 && (
        <Table caption={t("whose")}>
          <TableHead>
            <tr>
              <Th>{t("coder")}</Th>
              <Th className="text-right">{t("comeBack")}</Th>
              <Th className="text-right">{t("go")}</Th>
              <Th className="text-right">{t("change")}</Th>
            </tr>
          </TableHead>
          <TableBody>
            {coders.map(({ id, name, own, back, gone, changed }) => (
              <tr key={id}>
                <Th scope="row">{own ? t("you", { name }) : name}</Th>
                <Td className="whitespace-nowrap text-right">{format.number(back)}</Td>
                <Td className="whitespace-nowrap text-right">{format.number(gone)}</Td>
                <Td className="whitespace-nowrap text-right">{format.number(changed)}</Td>
              </tr>
            ))}
          </TableBody>
        </Table>
      )}
    </div>
  );
}
