"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "use-intl";
import { EraseTranscript } from "@/components/erasure/erase-transcript";
import { OriginalFile } from "@/components/imports/original-file";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Page } from "@/components/ui/page";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import type { ListedOriginal } from "@/lib/schemas/imports";
import type { ListedVersion } from "@/lib/schemas/revisions";
import { restoreVersion } from "@/lib/server/revisions/actions";
import { TextNav } from "../text-nav";
import { CompareVersions } from "./compare-versions";

interface VersionsPageProps {
  studyId: string;
  transcript: { id: string; title: string; language: string };
  versions: readonly ListedVersion[];
  originals: readonly ListedOriginal[];
  mayRestore: boolean;
  maySeeOriginals: boolean;
  mayErase: boolean;
}

const COLUMNS = ["version", "change", "by", "at", "reason", "action"] as const;

/** Every text that a transcript has had, with any two side by side, and the way back to each. */
export function VersionsPage({
  studyId,
  transcript,
  versions,
  originals,
  mayRestore,
  maySeeOriginals,
  mayErase,
}: VersionsPageProps) {
  const t = useTranslations("revisions.versions");
  const open = versions.filter(({ guarded }) => !guarded || maySeeOriginals);
  return (
    <Page title={t("title", { title: transcript.title })} description={t("description")}>
      <TextNav studyId={studyId} transcriptId={transcript.id} here="versions" />
      <Table caption={t("title", { title: transcript.title })}>
        <TableHead>
          <tr>
            {COLUMNS.map((column) => (
              <Th key={column} className={column === "action" ? "sr-only" : undefined}>
                {t(`columns.${column}`)}
              </Th>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {versions.map((version) => (
            <VersionRow
              key={version.id}
              version={version}
              original={originals.find(({ versionId }) => versionId === version.id)}
              transcriptId={transcript.id}
              currentId={versions.find(({ current }) => current)?.id ?? ""}
              mayRestore={mayRestore && !version.current && open.includes(version)}
            />
          ))}
        </TableBody>
      </Table>
      {open.length > 1 && <CompareVersions key={open[0]?.id} transcript={transcript} versions={open} />}
      {mayErase && <EraseTranscript studyId={studyId} transcript={transcript} />}
    </Page>
  );
}

interface VersionRowProps {
  version: ListedVersion;
  /** The file that it was made of. */
  original: ListedOriginal | undefined;
  transcriptId: string;
  currentId: string;
  mayRestore: boolean;
}

function VersionRow({ version, original, transcriptId, currentId, mayRestore }: VersionRowProps) {
  const t = useTranslations("revisions.versions");
  const format = useFormatter();
  const router = useRouter();
  const { id, number, change, by, at, reason, current, guarded } = version;
  return (
    <tr>
      <Th scope="row" className="whitespace-nowrap">
        {t("number", { number })} {current && <Badge tone="accent">{t("current")}</Badge>}
        {guarded && (
          <span title={t("guardedHint")}>
            <Badge tone="warning">{t("guarded")}</Badge>
            <span className="sr-only"> {t("guardedHint")}</span>
          </span>
        )}
      </Th>
      <Td className="whitespace-nowrap">
        {t(`change.${change}`)}
        {original && (
          <OriginalFile
            original={original}
            className="flex text-accent text-sm underline-offset-2 hover:underline"
          />
        )}
      </Td>
      <Td>{by ?? "–"}</Td>
      <Td className="whitespace-nowrap">
        {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
      </Td>
      <Td className="min-w-40">{reason}</Td>
      <Td className="text-right">
        {mayRestore && (
          <Confirm
            trigger={
              <Button size="sm" aria-label={t("restoreOf", { number })}>
                {t("restore")}
              </Button>
            }
            title={t("restoreTitle", { number })}
            body={t("restoreBody")}
            submit={t("restore")}
            action={(eventId) =>
              restoreVersion({ eventId, transcriptId, versionId: id, fromVersionId: currentId, reason: "" })
            }
            onDone={() => {
              toast({ kind: "success", message: t("restored", { number }) });
              router.refresh();
            }}
          />
        )}
      </Td>
    </tr>
  );
}
