"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import type { ListedPseudonym } from "@/lib/schemas/revisions";
import { takeBack } from "./take-back";

interface PseudonymsPageProps {
  pseudonyms: readonly ListedPseudonym[];
}

const COLUMNS = ["pseudonym", "original", "where"] as const;

/** The names that a study hides, for those who may see them, with the way back. */
export function PseudonymsPage({ pseudonyms }: PseudonymsPageProps) {
  const t = useTranslations("revisions.pseudonyms");
  return (
    <Page title={t("title")} description={t("description")}>
      {pseudonyms.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
      ) : (
        <Table caption={t("title")}>
          <TableHead>
            <tr>
              {COLUMNS.map((column) => (
                <Th key={column}>{t(`columns.${column}`)}</Th>
              ))}
            </tr>
          </TableHead>
          <TableBody>
            {pseudonyms.map((pseudonym) => (
              <PseudonymRow key={pseudonym.id} pseudonym={pseudonym} />
            ))}
          </TableBody>
        </Table>
      )}
    </Page>
  );
}

function PseudonymRow({ pseudonym }: { pseudonym: ListedPseudonym }) {
  const t = useTranslations("revisions.pseudonyms");
  const router = useRouter();
  const { original, replacement, transcripts } = pseudonym;
  return (
    <tr>
      <Th scope="row">{replacement}</Th>
      <Td>{original}</Td>
      <Td>
        {transcripts.length === 0 && <span className="text-faint">{t("nowhere")}</span>}
        <ul className="grid gap-1">
          {transcripts.map(({ id, title, places }) => (
            <li key={id} className="flex flex-wrap items-center gap-2">
              {t("places", { title, count: places })}
              <Confirm
                trigger={
                  <Button
                    size="sm"
                    variant="quiet"
                    aria-label={t("takeBackOf", { pseudonym: replacement, title })}
                  >
                    {t("takeBack")}
                  </Button>
                }
                title={t("takeBackTitle", { title })}
                body={t("takeBackBody")}
                submit={t("takeBack")}
                action={(eventId) => takeBack(eventId, id, original)}
                onDone={() => {
                  toast({ kind: "success", message: t("shown") });
                  router.refresh();
                }}
              />
            </li>
          ))}
        </ul>
      </Td>
    </tr>
  );
}
