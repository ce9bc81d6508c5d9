"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { ClusterSummary, Overview, SectorSummary } from "@/lib/schemas/overview";
import { Section } from "./section";

/** How many interviewees stand for each sector, and how many of them have been transcribed. */
export function PeopleSummary({ sectors }: { sectors: SectorSummary[] }) {
  const t = useTranslations("studies.overview");
  const sum = (pick: (sector: SectorSummary) => number) =>
    sectors.reduce((total, sector) => total + pick(sector), 0);
  return (
    <Section title={t("people")}>
      <Table caption={t("people")}>
        <TableHead>
          <tr>
            <Th>{t("sector")}</Th>
            <Th className="text-right">{t("interviewees")}</Th>
            <Th className="text-right">{t("transcribed")}</Th>
          </tr>
        </TableHead>
        <TableBody>
          {sectors.map((sector) => (
            <tr key={sector.id}>
              <Th scope="row" className="min-w-28">
                {sector.name}
              </Th>
              <Td className="text-right">{sector.interviewees}</Td>
              <Td className="text-right">{sector.transcribed}</Td>
            </tr>
          ))}
        </TableBody>
        <tfoot>
          <tr>
            <Th scope="row">{t("total")}</Th>
            <Td className="text-right">{sum((sector) => sector.interviewees)}</Td>
            <Td className="text-right">{sum((sector) => sector.transcribed)}</Td>
          </tr>
        </tfoot>
      </Table>
    </Section>
  );
}

/** The clusters of the guide, and how large the codebook is. */
export function GuideSummary({ clusters, codes }: { clusters: ClusterSummary[]; codes: number }) {
  const t = useTranslations("studies.overview");
  return (
    <Section title={t("guide")} aside={<span className="text-soft">{t("codes", { count: codes })}</span>}>
      <ol className="grid gap-2">
        {clusters.map((cluster) => (
          <li
            key={cluster.id}
            className="flex items-baseline justify-between gap-4 border-line border-b pb-2"
          >
            <span>
              <span className="tabular mr-2 text-faint">{cluster.key}</span>
              {cluster.title}
            </span>
            <span className="shrink-0 text-faint text-sm">
              {t("questions", { count: cluster.questions })}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

interface TranscriptsSummaryProps {
  studyId: string;
  transcripts: NonNullable<Overview["transcripts"]>;
}

/** How far the coding of each transcript has come. */
export function TranscriptsSummary({ studyId, transcripts: { total, shown } }: TranscriptsSummaryProps) {
  const t = useTranslations("studies.overview");
  const languages = new Intl.DisplayNames([useLocale()], { type: "language" });
  const all = (
    <Link href={studyRoute(studyId, "transcripts")} className="text-accent underline underline-offset-2">
      {t("all", { count: total })}
    </Link>
  );
  return (
    <Section title={t("transcripts")} aside={all}>
      <Table caption={t("transcripts")}>
        <TableHead>
          <tr>
            <Th>{t("transcript")}</Th>
            <Th>{t("language")}</Th>
            <Th className="text-right">{t("segments")}</Th>
            <Th className="text-right">{t("coders")}</Th>
          </tr>
        </TableHead>
        <TableBody>
          {shown.map(({ id, title, language, segments, coders }) => (
            <tr key={id}>
              <Th scope="row">
                <Link href={studyRoute(studyId, "transcripts", `/${id}`)} className="hover:underline">
                  {title}
                </Link>
              </Th>
              <Td className="whitespace-nowrap">{languages.of(language) ?? language}</Td>
              <Td className="text-right">
                {segments > 0 ? segments : <span className="text-faint">{t("notStarted")}</span>}
              </Td>
              <Td className="text-right">{coders > 0 ? coders : "–"}</Td>
            </tr>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
