"use client";

import { Search } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { MemoButton } from "@/components/memos/memo-button";
import { BesideSwitch } from "@/components/pairs/beside/switch";
import { QuietLink } from "@/components/shell/quiet-link";
import { studyRoute } from "@/components/shell/routes";
import { Chip } from "@/components/ui/chip";
import { DropdownMenu, MenuChoice } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useCoders, useSession } from "./context";
import { openFind } from "./model/find";
import type { ReaderFrame } from "./model/frame";
import { nameOfLanguage } from "./model/language";
import { useSignal } from "./model/signal";
import { ReadingMenu } from "./reading/reading-menu";
import { ShowOriginals } from "./show-originals";
import { TextMenu } from "./text-menu";

/** Whose words these are, in which language, and whose codings are shown. */
export function Header({ frame, tools }: { frame: ReaderFrame; tools: React.ReactNode }) {
  const t = useTranslations("reader");
  const revised = useTranslations("revisions.reader");
  const locale = useLocale();
  return (
    <header className="reader-header">
      <nav aria-label={t("where")} className="flex min-w-0 items-baseline gap-1.5">
        <QuietLink
          className="min-h-6 shrink-0 content-center text-soft hover:text-ink max-sm:hidden"
          href={studyRoute(frame.study.id, "transcripts")}
        >
          {t("transcripts")}
        </QuietLink>
        <span aria-hidden className="text-faint max-sm:hidden">
          ›
        </span>
        <h1 className="truncate font-semibold" title={frame.transcript.title}>
          {frame.transcript.title}
        </h1>
        <Facts frame={frame} />
      </nav>
      <div className="ml-auto flex items-center gap-2 max-sm:flex-wrap max-sm:justify-end max-sm:gap-1 sm:shrink-0">
        {frame.waiting > 0 && (
          <QuietLink
            className="tabular rounded-full border border-warning/35 bg-warning-tint px-2.5 text-sm text-warning"
            href={studyRoute(frame.study.id, "transcripts", `/${frame.transcript.id}/queue`)}
          >
            {revised("waiting", { count: frame.waiting })}
          </QuietLink>
        )}
        {tools}
        <TextMenu frame={frame} />
        {frame.pair && (
          <nav aria-label={t("language")} className="reader-languages">
            <span aria-current="page" lang={frame.transcript.language}>
              {nameOfLanguage(frame.transcript.language, locale)}
            </span>
            <QuietLink
              lang={frame.pair.language}
              href={studyRoute(frame.study.id, "transcripts", `/${frame.pair.id}`)}
            >
              {nameOfLanguage(frame.pair.language, locale)}
            </QuietLink>
            <BesideSwitch />
          </nav>
        )}
      </div>
    </header>
  );
}

/** Sector, position, date and length of the interview, or what other source it is, as far as there is room. */
function Facts({ frame }: { frame: ReaderFrame }) {
  const t = useTranslations("reader");
  const kinds = useTranslations("transcripts.kinds");
  const format = useFormatter();
  const { interview, source } = frame;
  const day = (date: string | null | undefined) => date && format.dateTime(new Date(date), "day");
  const facts = [
    ...(source ? [kinds(source.kind), source.publisher] : []),
    ...(interview?.interviewees ?? []).map(({ sector, position }) =>
      [sector, position].filter(Boolean).join(", "),
    ),
    day(interview?.date ?? source?.date),
    interview?.minutes && t("minutes", { minutes: interview.minutes }),
  ].filter(Boolean);
  return (
    <span className="min-w-0 truncate text-soft max-pane:hidden" title={facts.join(" · ")}>
      {facts.map((fact) => ` · ${fact}`).join("")}
    </span>
  );
}

/** The memos on the transcript, which can link to the segment at hand. */
function TranscriptMemos() {
  const session = useSession();
  const chosen = useSignal(session.chosen);
  const { id, title } = session.frame.transcript;
  return (
    <MemoButton
      small
      keys="m"
      target={{ about: "transcript", id }}
      label={title}
      atHand={chosen ?? undefined}
    />
  );
}

const ALL = "all";

/** What needs the text: whose codings are shown, and the search. */
export function HeaderTools() {
  const t = useTranslations("reader");
  const session = useSession();
  const filter = useSignal(session.filter);
  const coders = useCoders();
  const { me } = session.frame;
  const name = (id: string) =>
    id === me.id ? t("me") : (coders.find((coder) => coder.id === id)?.name ?? "");
  const options = [
    { value: ALL, label: t("everyone") },
    ...coders.map(({ id }) => ({ value: id, label: name(id) })),
  ];
  return (
    <>
      {options.length > 2 && (
        <DropdownMenu
          align="end"
          trigger={
            <Chip
              terse
              label={t("coder")}
              value={filter.coderId === null ? t("everyone") : name(filter.coderId)}
            />
          }
        >
          <MenuChoice
            label={t("coder")}
            value={filter.coderId ?? ALL}
            options={options}
            onChoose={(value) =>
              session.filter.update((now) => ({ ...now, coderId: value === ALL ? null : value }))
            }
          />
        </DropdownMenu>
      )}
      <ShowOriginals />
      <TranscriptMemos />
      <ReadingMenu />
      <IconButton
        label={t("find.open")}
        keys="/"
        icon={<Search aria-hidden />}
        onClick={() => openFind(session)}
      />
    </>
  );
}
