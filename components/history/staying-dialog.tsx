"use client";

import Link from "next/link";
import { useSyncExternalStore } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { type Question, questions } from "./take-back";

/** Places above so many are shown when they are asked for. */
const FEW = 6;

/** Says what of a step goes back and what stays since it was changed since, and asks whether to take back the rest. */
export function StayingDialog({ studyId }: { studyId: string }) {
  const question = useSyncExternalStore(questions.subscribe, questions.read, questions.readOnServer);
  return question && <Asking studyId={studyId} question={question} />;
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
      title={t(redone ? "titleAgain" : "title")}
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
            <ul className="mt-1.5 grid gap-1.5 border-line border-l-2 pl-3">
              {places.map(({ segmentId, transcriptId, transcript, quote }) => (
                <li key={segmentId} className="wrap-anywhere">
                  <Link
                    prefetch={false}
                    href={studyRoute(studyId, "transcripts", `/${transcriptId}?segment=${segmentId}`)}
                    // Whoever looks at a place comes back to the question.
                    target="_blank"
                    className="font-medium text-accent hover:underline"
                  >
                    {transcript}
                  </Link>{" "}
                  <span className="line-clamp-2 text-soft">{quote ?? t("unquoted")}</span>
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
