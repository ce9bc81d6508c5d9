"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useSession } from "../context";
import { useSignal } from "../model/signal";
import { sentOf, stopSending } from "./sending";

/** How far a recording has come that is on its way to this transcript. */
export function SendingBar() {
  const t = useTranslations("reading.audio");
  const { id } = useSession().frame.transcript;
  const state = useSignal(sentOf(id));
  if (!state) return null;
  const { name, sent, total } = state;
  return (
    <section aria-label={t("sending")} className="reader-audio">
      <span className="min-w-0 grow basis-64 wrap-anywhere">
        {t("sendingLead", { name, percent: total > 0 ? Math.floor((sent / total) * 100) : 0 })}
      </span>
      <span className="w-32">
        <ProgressBar label={t("sending")} value={sent} max={total} />
      </span>
      <Button size="sm" variant="quiet" onClick={() => stopSending(id)}>
        {t("stop")}
      </Button>
    </section>
  );
}
