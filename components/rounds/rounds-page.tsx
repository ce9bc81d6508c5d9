"use client";

import { ListChecks, Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { RoundSummary } from "@/lib/schemas/rounds";
import { Due } from "./due";
import { DoneOf, RoundState } from "./round-badges";
import { NewRoundForm } from "./round-form";

interface RoundsPageProps {
  studyId: string;
  rounds: RoundSummary[];
  mayEdit: boolean;
}

export function RoundsPage({ studyId, rounds, mayEdit }: RoundsPageProps) {
  const t = useTranslations("rounds");
  const router = useRouter();
  const [making, setMaking] = useState(false);
  const add = mayEdit && (
    <Button variant="primary" onClick={() => setMaking(true)}>
      <Plus aria-hidden />
      {t("add")}
    </Button>
  );
  const sheet = (
    <Sheet open={making} onOpenChange={setMaking} title={t("add")}>
      <NewRoundForm studyId={studyId} onDone={(id) => router.push(studyRoute(studyId, "rounds", `/${id}`))} />
    </Sheet>
  );
  if (rounds.length === 0)
    return (
      <>
        <EmptyState level={1} icon={<ListChecks aria-hidden />} title={t("empty")} action={add}>
          {t(mayEdit ? "emptyBody" : "emptyCoder")}
        </EmptyState>
        {sheet}
      </>
    );
  return (
    <Page title={t("title")} description={t("lead")} actions={add}>
      <Table caption={t("title")}>
        <TableHead>
          <tr>
            <Th>{t("round")}</Th>
            <Th>{t("kind")}</Th>
            <Th>{t("state")}</Th>
            <Th>{t("due")}</Th>
            <Th>{t("progress")}</Th>
          </tr>
        </TableHead>
        <TableBody>
          {rounds.map((round) => (
            <tr key={round.id}>
              <Th scope="row" className="min-w-52">
                <Link
                  href={studyRoute(studyId, "rounds", `/${round.id}`)}
                  className="text-accent underline-offset-2 hover:underline"
                >
                  {round.title}
                </Link>
                <span className="block font-normal text-faint text-sm">
                  {t("contents", { transcripts: round.transcripts, coders: round.coders })}
                </span>
              </Th>
              <Td className="whitespace-nowrap">{t(`kinds.${round.kind}`)}</Td>
              <Td>
                <RoundState round={round} />
              </Td>
              <Td>
                <Due dueOn={round.dueOn} done={round.ended || round.done === round.assigned} />
              </Td>
              <Td>{round.opened && <DoneOf done={round.done} total={round.assigned} />}</Td>
            </tr>
          ))}
        </TableBody>
      </Table>
      {sheet}
    </Page>
  );
}
