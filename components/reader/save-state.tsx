"use client";

import { CircleCheck, CloudOff, LogIn } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { useSession } from "./context";
import { useSignal } from "./model/signal";

/**
 * Whether all work is saved, how many changes wait, and what keeps them. To those who listen it is told where
 * something keeps them, and when that is over; what was coded is told already.
 */
export function SaveState() {
  const t = useTranslations("reader.save");
  const { outbox, frame } = useSession();
  const { waiting, trouble, durable, looked } = useSignal(outbox.state);
  const last = useRef({ waiting: 0, troubled: false });
  // Until the next changes wait, so that the end of it is told as well.
  const goesOn = waiting === 0 || last.current.waiting > 0;
  const troubled = trouble !== null || (last.current.troubled && goesOn);
  last.current = { waiting, troubled };
  const live = troubled ? "polite" : "off";
  if (!frame.mayCode) return <span>{t("readOnly")}</span>;
  if (waiting === 0) {
    if (!looked) return <span role="status" />;
    return (
      <span role="status" aria-live={live} className="reader-saved">
        <CircleCheck aria-hidden className="size-4" /> {t("saved")}
      </span>
    );
  }
  return (
    <span className="flex items-center gap-2">
      <span
        role="status"
        aria-live={live}
        className="inline-flex items-center gap-1.5"
        data-trouble={trouble ?? undefined}
      >
        {trouble ? <CloudOff aria-hidden className="size-4 text-warning" /> : <Spinner />}
        {trouble === "unauthenticated" && t("signedOut", { count: waiting })}
        {trouble === "unavailable" && t(durable ? "offline" : "offlineHere", { count: waiting })}
        {trouble === null && t("waiting", { count: waiting })}
      </span>
      {trouble === "unauthenticated" && (
        <Button asChild size="sm">
          <a href="/sign-in" target="_blank" rel="noreferrer">
            <LogIn aria-hidden /> {t("signIn")}
          </a>
        </Button>
      )}
      {trouble && (
        <Button size="sm" variant="quiet" onClick={() => outbox.retry()}>
          {t("retry")}
        </Button>
      )}
    </span>
  );
}
