"use client";

import { ArrowRight, Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useChanges } from "@/components/live/use-changes";
import { useRefresh } from "@/components/live/use-refresh";
import { type Command, useCommands } from "@/components/shell/commands";
import { QuietLink } from "@/components/shell/quiet-link";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import type { OwnAssignment } from "@/lib/schemas/rounds";
import { Due } from "./due";
import { OwnProgress } from "./own-progress";
import { useDoneMarks } from "./use-done-marks";

interface AssignmentStateProps {
  studyId: string;
  personId: string;
  transcriptId: string;
  /** Of all rounds that run. */
  work: readonly OwnAssignment[];
}

/** What the reader says of the transcript's assignment: the round, how far one is in it, done or not, and what is next. */
export function AssignmentState({ work: stored, transcriptId, ...rest }: AssignmentStateProps) {
  useChanges(["rounds"], useRefresh(rest.studyId));
  const marks = useDoneMarks(rest.personId, rest.studyId, stored);
  const work = stored.map((each) => ({ ...each, ...marks.of(each) }));
  const here = work.filter(({ transcript }) => transcript.id === transcriptId);
  // In two rounds at once, the one that is not done, and of these the first due.
  const own = here.find(({ done }) => !done) ?? here[0];
  if (!own) return null;
  const inRound = work.filter(({ round }) => round.id === own.round.id);
  return (
    <OwnState key={own.round.id} own={own} inRound={inRound} studyId={rest.studyId} onMark={marks.mark} />
  );
}

type Own = OwnAssignment & { waiting: boolean };

interface OwnStateProps extends Pick<AssignmentStateProps, "studyId"> {
  own: Own;
  inRound: readonly Own[];
  onMark: ReturnType<typeof useDoneMarks>["mark"];
}

function OwnState({ studyId, own, inRound, onMark }: OwnStateProps) {
  const t = useTranslations("rounds.here");
  const words = useTranslations("rounds");
  const grid = useTranslations("rounds.grid");
  const router = useRouter();
  const { round, transcript, done, waiting } = own;
  const total = inRound.length;
  const others = inRound.filter((each) => each.transcript.id !== transcript.id);
  const count = others.filter((each) => each.done).length + (done ? 1 : 0);
  const at = inRound.indexOf(own);
  const next = [...inRound.slice(at + 1), ...inRound.slice(0, Math.max(0, at))].find((each) => !each.done);
  const address = next && studyRoute(studyId, "transcripts", `/${next.transcript.id}`);
  /** For those who listen: the button shows it, and a notice would lie over it on a narrow screen. */
  const [said, setSaid] = useState("");
  const commands = useMemo((): Command[] => {
    const mark = () => {
      onMark({ roundId: round.id, transcriptId: transcript.id, done: !done });
      setSaid(t(done ? "unmarked" : next ? "marked" : "all"));
    };
    const group = t("label");
    return [
      { id: "assignment-done", group, label: t("keys.done"), keys: "g d", run: mark },
      ...(address
        ? [
            {
              id: "assignment-next",
              group,
              label: t("keys.next"),
              keys: "g n",
              run: () => router.push(address),
            },
          ]
        : []),
    ];
  }, [t, onMark, round.id, transcript.id, done, next, address, router]);
  useCommands(commands);
  return (
    <section
      aria-label={t("label")}
      className="flex min-w-0 flex-wrap items-center gap-1 border-line border-t bg-panel px-4 py-1"
    >
      <Popover
        label={t("about")}
        trigger={
          <Button size="sm" variant="quiet" title={t("about")}>
            <span className="flex max-w-80 gap-1 max-sm:max-w-56">
              <span className="truncate">{round.title}</span>{" "}
              <span className="shrink-0">· {words("doneOf", { done: count, total })}</span>
            </span>
          </Button>
        }
      >
        <div className="grid gap-2">
          <p className="font-semibold">{round.title}</p>
          <Due dueOn={round.dueOn} done={done} />
          <OwnProgress own={own} waiting={waiting} />
          {round.hides && <p className="text-soft text-sm">{t("hides")}</p>}
          {round.instructions && (
            <p dir="auto" className="whitespace-pre-wrap">
              {round.instructions}
            </p>
          )}
        </div>
      </Popover>
      <Button size="sm" variant={done ? "quiet" : "secondary"} onClick={commands[0]?.run}>
        <Check aria-hidden /> {t(done ? "notDone" : "markDone")}
      </Button>
      <span role="status" className={waiting ? "text-sm text-warning" : "sr-only"}>
        {waiting ? grid("waiting") : said}
      </span>
      {done && !next && <span className="text-soft text-sm">{t("all")}</span>}
      {next && address && (
        <Button asChild size="sm" variant={done ? "primary" : "quiet"}>
          <QuietLink
            href={address}
            aria-label={t("next", { title: next.transcript.title })}
            title={next.transcript.title}
          >
            {t("nextShort")} <ArrowRight aria-hidden />
          </QuietLink>
        </Button>
      )}
    </section>
  );
}
