"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { CodePill } from "@/components/ui/code-swatch";
import { toast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Decision, QueuedSegment } from "@/lib/schemas/revisions";
import { decideSegment } from "@/lib/server/revisions/actions";
import { Context } from "../redact/places";
import { ChooseWords } from "./choose-words";

interface QueueCardProps {
  segment: QueuedSegment;
  transcript: { id: string; language: string };
  versionId: string;
  onDecided: () => void;
}

/** One segment that waits: its words and codes, where they were, where they may be now, and the decision. */
export function QueueCard({ segment, transcript, versionId, onDecided }: QueueCardProps) {
  const t = useTranslations("revisions.queue");
  const errorText = useErrorText();
  const [choosing, setChoosing] = useState(false);
  const { id, proposal, number, coder, mine, codes, memo } = segment;
  const decide = useAction(decideSegment, {
    onDone: ({ segments }) => {
      const placed = segments.some((each) => each.id === id && !each.deleted);
      toast({ kind: "success", message: t(placed ? "placed" : "gaveUp") });
      onDecided();
    },
  });
  const run = (decision: Decision) => {
    decide.run({ eventId: crypto.randomUUID(), segmentId: id, decision });
    setChoosing(false);
  };
  return (
    <Card>
      <div className="grid gap-3 p-4">
        <div className="flex flex-wrap items-center gap-2">
          {codes.map((code) => (
            <CodePill key={code.id} hue={code.hue} name={code.name} />
          ))}
          <span className="text-faint text-sm">
            {mine ? t("mine", { number }) : t("of", { name: coder.name, number })}
          </span>
        </div>
        <Words label={t("was")}>
          <Context place={{ ...segment, start: 0, end: 0 }} language={transcript.language} />
        </Words>
        {proposal ? (
          <Words label={`${t("now")} · ${t("alike", { percent: Math.floor(proposal.score * 100) })}`}>
            <Context place={proposal} language={transcript.language} />
          </Words>
        ) : (
          <p className="text-soft">{t("nowhere")}</p>
        )}
        {memo && <p className="whitespace-pre-wrap text-soft text-sm">{memo}</p>}
        {decide.error && (
          <Callout live kind="error">
            {errorText(decide.error).message}
          </Callout>
        )}
        <div className="flex flex-wrap gap-2">
          {proposal && (
            <Button
              variant="primary"
              busy={decide.pending}
              onClick={() => {
                const { start, end, quote } = proposal;
                run({ kind: "place", versionId, start, end, quote });
              }}
            >
              {t("accept")}
            </Button>
          )}
          <Button onClick={() => setChoosing(true)}>{t("byHand")}</Button>
          <Button variant="quiet" busy={decide.pending} onClick={() => run({ kind: "give_up" })}>
            {t("giveUp")}
          </Button>
        </div>
      </div>
      {choosing && (
        <ChooseWords
          transcript={transcript}
          at={proposal?.start ?? 0}
          onClose={() => setChoosing(false)}
          onChoose={(place) => run({ kind: "place", ...place })}
        />
      )}
    </Card>
  );
}

function Words({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <p className="text-faint text-sm">{label}</p>
      <blockquote className="border-line border-l-2 pl-3 font-reading leading-relaxed">{children}</blockquote>
    </div>
  );
}
