"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Sheet } from "@/components/ui/dialog";
import type { MemoThread } from "@/lib/schemas/memos";
import { writeMemo } from "@/lib/server/memos/actions";
import { Composer } from "./composer";
import { type MemoSubject, useDesk } from "./desk";
import { SegmentLink } from "./memo-text";
import { idOf } from "./target";
import { Thread } from "./thread";
import { useThreads } from "./use-threads";

/** The memos on one thing, over the page: what was written, and where to write. */
export function MemoSheet({ subject, onClose }: { subject: MemoSubject; onClose: () => void }) {
  const t = useTranslations("memos");
  const desk = useDesk();
  const { target, label, within, atHand } = subject;
  const { about } = target;
  const id = idOf(target);
  const studyId = desk?.studyId ?? "";
  const asked = new URLSearchParams({ about, of: id, state: "all" });
  const { page, failed, more, again } = useThreads(`/api/studies/${studyId}/memos?${asked}`);
  const [showResolved, setShowResolved] = useState(false);
  if (!desk) return null;
  const changed = () => {
    again();
    desk.changed();
  };
  const open = page?.threads.filter(({ resolved }) => !resolved) ?? [];
  const resolved = page?.threads.filter((thread) => thread.resolved) ?? [];
  const link = page?.links[id];
  const list = (threads: readonly MemoThread[]) => (
    <ol className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {threads.map((thread) => (
        <li key={thread.memos[0]?.id}>
          <Thread
            studyId={studyId}
            me={desk.me}
            thread={thread}
            links={page?.links ?? {}}
            onChanged={changed}
          />
        </li>
      ))}
    </ol>
  );
  return (
    <Sheet
      open
      onOpenChange={(now) => !now && onClose()}
      title={t("on", { what: t(`what.${about}`, { label }) })}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {about === "segment" && link && (
          <p>
            <SegmentLink studyId={studyId} segmentId={id} link={link} />
          </p>
        )}
        <Composer
          me={desk.me}
          about={`${about}:${id}`}
          within={within}
          label={t("write")}
          submit={t("send")}
          atHand={about === "segment" ? undefined : atHand}
          autoFocus
          send={({ eventId, id: memoId, text }) => writeMemo({ eventId, id: memoId, target, text })}
          onSent={changed}
        />
        {failed && (
          <Callout kind="error" live action={<Button onClick={again}>{t("retry")}</Button>}>
            {t("failed")}
          </Callout>
        )}
        {!page && !failed && <p role="status">{t("loading")}</p>}
        {page?.threads.length === 0 && (
          <p className="text-soft">
            {t("none")}. {t("noneBody")}
          </p>
        )}
        {open.length > 0 && list(open)}
        {resolved.length > 0 &&
          (showResolved ? (
            list(resolved)
          ) : (
            <Button
              variant="quiet"
              className="-ml-3.5 justify-self-start"
              onClick={() => setShowResolved(true)}
            >
              {t("showResolved", { count: resolved.length })}
            </Button>
          ))}
        {page?.next && (
          <Button className="justify-self-start" onClick={more}>
            {t("more")}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
