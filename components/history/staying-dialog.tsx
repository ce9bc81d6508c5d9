"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useSignal } from "@/components/ui/signal";
import type { Staying } from "@/lib/schemas/history";
import { type Question, question } from "./take-back";

/** Places above so many are shown when they are asked for. */
const FEW = 6;

/** Says what of a step goes back and what stays since it was changed since, and asks whether to take back the rest. */
export function StayingDialog({ studyId }: { studyId: string }) {
  const asked = useSignal(question);
  return asked && <Asking studyId={studyId} question={asked} />;
}

/** The places in runs of one transcript, in their order. */
function byTranscript(places: Staying["places"]): Staying["places"][] {
  const found = new Map<string, Staying["places"]>();
  for (const place of places)
    found.set(place.transcriptId, [...(found.get(place.transcriptId) ?? []), place]);
  return [...found.values()];
}

function Asking({ studyId, question }: { studyId: string; question: Question }) {
  const t = useTranslations("history.staying");
  const format = useFormatter();
  const { staying, redone, answer } = question;
  const { back, left, places } = staying;
  const names = format.list(staying.by.map(({ name, own }) => (own ? t("you") : name)));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && answer(false)}
      title={t("title")}
      description={t(redone ? "leadAgain" : "lead", { back, all: back + left })}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t("nothing")}</Button>
          </DialogClose>
          <Button variant="primary" onClick={() => answer(true)}>
            {t(redone ? "restAgain" : "rest", { back })}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{staying.by.length > 0 ? t("stayBy", { left, names }) : t("stay", { left })}</p>
        {places.length > 0 && (
          <details open={places.length <= FEW}>
            <summary className="min-h-6 cursor-pointer text-soft">{t("where")}</summary>
            <ul className="mt-1.5 grid gap-3">
              {byTranscript(places).map((those) => (
                <li key={those[0]?.transcriptId} className="wrap-anywhere">
                  <p className="font-medium">{those[0]?.transcript}</p>
                  <ul className="mt-1 grid gap-1 border-line border-l-2 pl-3">
                    {those.map(({ segmentId, transcriptId, language, quote }) => (
                      <li key={segmentId}>
                        <Link
                          prefetch={false}
                          href={studyRoute(studyId, "transcripts", `/${transcriptId}?segment=${segmentId}`)}
                          // Whoever looks at a place comes back to the question.
                          target="_blank"
                          lang={quote === null ? undefined : language}
                          dir={quote === null ? undefined : "auto"}
                          className="line-clamp-2 text-accent hover:underline"
                        >
                          {quote ?? t("unquoted")}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
            {left > places.length && (
              <p className="mt-1.5 text-soft">{t("more", { count: left - places.length })}</p>
            )}
          </details>
        )}
      </div>
    </Dialog>
  );
}
