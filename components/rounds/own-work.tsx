"use client";

import Link from "next/link";
import { useState } from "react";
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

/** More than these are shown when asked for: the overview goes on below. */
const SHOWN = 12;

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
  const [whole, setWhole] = useState(false);
  if (stored.length === 0) return null;
  const work = stored.map((own) => ({ ...own, ...marks.of(own) }));
  const done = work.filter((each) => each.done).length;
  const next = work.find((each) => !each.done);
  // Of many, what is still to be done comes first.
  const few = work.toSorted((a, b) => Number(a.done) - Number(b.done)).slice(0, SHOWN);
  const shown = whole || work.length <= SHOWN ? work : few;
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
          <Button asChild variant="primary" className="py-1.5">
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
            <Th className="max-sm:hidden">{words("due")}</Th>
            <Th className="max-sm:hidden">{t("round")}</Th>
          </tr>
        </TableHead>
        <TableBody>
          {shown.map((each) => (
            <tr key={`${each.round.id} ${each.transcript.id}`}>
              <Th scope="row" className="min-w-36 sm:min-w-44">
                <Link
                  href={addressOf(each)}
                  prefetch={false}
                  className="text-accent underline-offset-2 hover:underline"
                >
                  {each.transcript.title}
                </Link>
                {/* Where there is no room for columns of their own. */}
                <span className="mt-1 grid gap-1 font-normal text-sm sm:hidden">
                  <Due dueOn={each.round.dueOn} done={each.done} />
                  <span className="line-clamp-2 text-soft">{each.round.title}</span>
                </span>
              </Th>
              <Td className="min-w-36 sm:min-w-52">
                <OwnProgress own={each} waiting={each.waiting} />
              </Td>
              <Td className="max-sm:hidden">
                <Due dueOn={each.round.dueOn} done={each.done} />
              </Td>
              <Td className="min-w-32 max-sm:hidden">
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
      {shown.length < work.length && (
        <Button variant="quiet" className="justify-self-start" onClick={() => setWhole(true)}>
          {t("whole", { count: work.length })}
        </Button>
      )}
    </Section>
  );
}
