"use client";

import { CircleCheck, CloudOff, LogIn } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { useSession } from "./context";
import { useSignal } from "./model/signal";
import type { OutboxState } from "./outbox/outbox";

/**
 * Whether all work is saved, how many changes wait, and what keeps them. To those who listen it is told where
 * something keeps them, and when that is over; what was coded is told already.
 */
export function SaveState() {
  const t = useTranslations("reader.save");
  const { outbox, frame } = useSession();
  const { waiting, trouble, durable, looked } = useSignal(outbox.state);
  const troubled =
    trouble === "unauthenticated"
      ? t("signedOut", { count: waiting })
      : t(durable ? "offline" : "offlineHere", { count: waiting });
  useTelling({ waiting, trouble }, troubled, t("saved"));
  if (!frame.mayCode) return <span>{t("readOnly")}</span>;
  if (waiting === 0) {
    if (!looked) return <span role="status" />;
    return (
      <span role="status" aria-live="off" className="reader-saved">
        <CircleCheck aria-hidden className="size-4" /> {t("saved")}
      </span>
    );
  }
  return (
    <span className="flex items-center gap-2">
      <span
        role="status"
        aria-live="off"
        className="inline-flex items-center gap-1.5"
        data-trouble={trouble ?? undefined}
      >
        {trouble ? <CloudOff aria-hidden className="size-4 text-warning" /> : <Spinner />}
        {trouble ? troubled : t("waiting", { count: waiting })}
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

/** Tells what keeps the changes, once for each kind of trouble, and when it is over. */
function useTelling(
  { waiting, trouble }: Pick<OutboxState, "waiting" | "trouble">,
  troubled: string,
  saved: string,
) {
  const told = useRef<OutboxState["trouble"]>(null);
  useEffect(() => {
    if (trouble && trouble !== told.current) announce(troubled);
    // Between two attempts nothing is known anew: it is over once all is saved.
    if (trouble) told.current = trouble;
    else if (told.current && waiting === 0) {
      told.current = null;
      announce(saved);
    }
  }, [waiting, trouble, troubled, saved]);
}
