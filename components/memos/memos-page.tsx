"use client";

import { MessageSquareText } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { type MemoPage, type MemoThread, MemoView } from "@/lib/schemas/memos";
import { useDesk } from "./desk";
import { MemoFilters } from "./memo-filters";
import { SegmentLink } from "./memo-text";
import { memoQuery } from "./query";
import { placeOf } from "./target";
import { Thread } from "./thread";
import { useThreads } from "./use-threads";

interface MemosPageProps {
  studyId: string;
  me: string;
  first: { query: string; page: MemoPage };
  authors: readonly { id: string; name: string }[];
}

/** All memos of a study within a filter, which lives in the address. */
export function MemosPage({ studyId, me, first, authors }: MemosPageProps) {
  const t = useTranslations("memos");
  const pathname = usePathname();
  const desk = useDesk();
  const filter = MemoView.parse(Object.fromEntries(useSearchParams()));
  const query = memoQuery(filter).toString();
  const address = `/api/studies/${studyId}/memos${query ? `?${query}` : ""}`;
  const { page, failed, more, again } = useThreads(address, query === first.query ? first.page : null);
  const change = (part: Partial<MemoView>) => {
    const next = memoQuery({ ...filter, ...part }).toString();
    window.history.replaceState(null, "", next ? `${pathname}?${next}` : pathname);
  };
  const changed = () => {
    again();
    desk?.changed();
  };
  return (
    <Page title={t("title")} description={t("lead")}>
      <MemoFilters filter={filter} authors={authors} change={change} />
      {failed && (
        <Callout kind="error" live action={<Button onClick={again}>{t("retry")}</Button>}>
          {t("failed")}
        </Callout>
      )}
      {!page && !failed && <p role="status">{t("loading")}</p>}
      {page?.threads.length === 0 &&
        (query === "" ? (
          <EmptyState icon={<MessageSquareText aria-hidden />} title={t("roomEmpty")}>
            {t("roomEmptyBody")}
          </EmptyState>
        ) : (
          <EmptyState title={t("noneFound")}>{t("noneFoundBody")}</EmptyState>
        ))}
      {page && page.threads.length > 0 && (
        <ol aria-label={t("list")} className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-4">
          {page.threads.map((thread) => (
            // What is out of view is not laid out: a study may have thousands of memos.
            <li
              key={thread.memos[0]?.id}
              className="[contain-intrinsic-size:auto_9rem] [content-visibility:auto]"
            >
              <Thread
                studyId={studyId}
                me={me}
                thread={thread}
                links={page.links}
                head={<About studyId={studyId} thread={thread} links={page.links} />}
                onChanged={changed}
              />
            </li>
          ))}
        </ol>
      )}
      {page?.next && (
        <Button className="mt-4" onClick={more}>
          {t("more")}
        </Button>
      )}
    </Page>
  );
}

interface AboutProps {
  studyId: string;
  thread: MemoThread;
  links: MemoPage["links"];
}

/** What a thread is about, and the way there. */
function About({ studyId, thread, links }: AboutProps) {
  const t = useTranslations("memos");
  const { about, label, of } = thread;
  return (
    <header className="flex flex-wrap items-baseline gap-x-2 gap-y-1 border-line border-b pb-2 text-sm">
      <span className="caption">{t(`kind.${about}`)}</span>
      <Link prefetch={false} href={placeOf(studyId, thread)} className="min-w-0 text-accent hover:underline">
        <bdi>{about === "interviewee" ? t("personNumber", { number: label }) : label}</bdi>
      </Link>
      {about === "segment" && <SegmentLink studyId={studyId} segmentId={of} link={links[of]} />}
    </header>
  );
}
