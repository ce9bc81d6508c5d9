"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Section } from "@/components/studies/section";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { OwnAssignment } from "@/lib/schemas/rounds";
import { Due } from "./due";
import { OwnProgress } from "./own-progress";
import { useDoneMarks } from "./use-done-marks";

interface OwnWorkProps {
  studyId: string;
  personId: string;
  work: readonly OwnAssignment[];
}

/** What is assigned to oneself in rounds that run: how far one is, and the way on. Nothing where nothing is. */
export function OwnWork({ studyId, personId, work: stored }: OwnWorkProps) {
  const t = useTranslations("rounds.mine");
  const words = useTranslations("rounds");
  const marks = useDoneMarks(personId, studyId, stored);
  if (stored.length === 0) return null;
  const work = stored.map((own) => ({ ...own, ...marks.of(own) }));
  const done = work.filter((each) => each.done).length;
  const next = work.find((each) => !each.done);
  const addressOf = ({ transcript }: Pick<OwnAssignment, "transcript">) =>
    studyRoute(studyId, "transcripts", `/${transcript.id}`);
  return (
    <Section
      title={t("title")}
      description={t("lead")}
      aside={<span className="tabular text-soft">{words("doneOf", { done, total: work.length })}</span>}
    >
      {next ? (
        <div>
          <Button asChild variant="primary">
            <Link href={addressOf(next)}>
              {t(next.read > 0 || next.progress.coded > 0 ? "goOnWith" : "beginWith", {
                title: next.transcript.title,
              })}
            </Link>
          </Button>
        </div>
      ) : (
        <p>
          <Badge tone="success">{t("allDone")}</Badge>
        </p>
      )}
      <Table caption={t("title")}>
        <TableHead>
          <tr>
            <Th>{t("transcript")}</Th>
            <Th>{t("how")}</Th>
            <Th>{words("due")}</Th>
            <Th>{t("round")}</Th>
          </tr>
        </TableHead>
        <TableBody>
          {work.map((each) => (
            <tr key={`${each.round.id} ${each.transcript.id}`}>
              <Th scope="row" className="min-w-44">
                <Link
                  href={addressOf(each)}
                  prefetch={false}
                  className="text-accent underline-offset-2 hover:underline"
                >
                  {each.transcript.title}
                </Link>
              </Th>
              <Td className="min-w-52">
                <OwnProgress own={each} waiting={each.waiting} />
              </Td>
              <Td>
                <Due dueOn={each.round.dueOn} done={each.done} />
              </Td>
              <Td className="min-w-32">
                <Link
                  href={studyRoute(studyId, "rounds", `/${each.round.id}`)}
                  prefetch={false}
                  className="hover:underline"
                >
                  {each.round.title}
                </Link>
              </Td>
            </tr>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
