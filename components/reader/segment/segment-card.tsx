"use client";

import { Replace, Trash2, X } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { MemoButton } from "@/components/memos/memo-button";
import { Button } from "@/components/ui/button";
import { CodePill } from "@/components/ui/code-swatch";
import { Kbd } from "@/components/ui/kbd";
import type { SegmentState } from "@/lib/domain/coding";
import { HearSegment } from "../audio/hear-segment";
import { useSession } from "../context";
import { KEYS } from "../keys";
import { removeCode, removeSegment, startSwap } from "../model/commands";
import { passageAt } from "../model/document";
import { CertaintyChoice } from "./certainty-choice";
import { Fact } from "./fact";
import { MemoField } from "./memo-field";
import { PermissionChoice } from "./permission-choice";
import { ReviewNote } from "./review-note";
import { SegmentMenu } from "./segment-menu";
import { StanceChoice } from "./stance-choice";
import { UseAsExample } from "./use-as-example";

/** The segment at hand: its words, its codes, and what is said about it. */
export function SegmentCard({ segment }: { segment: SegmentState }) {
  const t = useTranslations("reader");
  const gestures = useTranslations("gestures");
  const format = useFormatter();
  const session = useSession();
  const { frame, store, document, codes } = session;
  const own = segment.coderId === frame.me.id && frame.mayCode;
  const coder = store.coders.find((each) => each.id === segment.coderId);
  const made = store.madeAt(segment.id);
  const passage = passageAt(document, segment.start);
  return (
    <section aria-labelledby="reader-segment">
      <header className="mb-2 flex items-center justify-between gap-2">
        <h2 id="reader-segment" className="caption">
          {t("segment")}
        </h2>
        <span className="caption min-w-0 flex-1 truncate text-right">
          {t("by", { name: coder?.name ?? "" })}
        </span>
        <SegmentMenu own={own} />
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-lg border border-line bg-raised p-3.5 shadow-card">
        <blockquote className="reader-quote" lang={document.language} dir="auto">
          {segment.quote}
        </blockquote>
        <HearSegment segment={segment} />
        <ul className="flex flex-wrap gap-1.5" aria-label={t("codes")}>
          {store.codingsOf(segment.id).map((coding) => {
            const code = codes.get(coding.codeId);
            const name = code?.name ?? t("unknownCode");
            return (
              <li key={coding.id} className="max-w-full">
                <CodePill hue={code?.hue ?? 0} name={name}>
                  {own && (
                    <button
                      type="button"
                      aria-label={gestures("swapCode", { name })}
                      className="inline-flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-ink/8"
                      onClick={() => startSwap(session, segment.id, coding.id)}
                    >
                      <Replace aria-hidden className="size-3.5" />
                    </button>
                  )}
                  {own && (
                    <button
                      type="button"
                      aria-label={t("removeCode", { name })}
                      className="-mr-1.5 inline-flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-ink/8"
                      onClick={() => removeCode(session, segment.id, coding.id)}
                    >
                      <X aria-hidden className="size-3.5" />
                    </button>
                  )}
                </CodePill>
              </li>
            );
          })}
        </ul>
        {own && <ReviewNote segment={segment} />}
        <dl className="grid divide-y divide-line border-line border-t">
          <Fact name={t("stance.label")}>
            <StanceChoice segment={segment} editable={own} />
          </Fact>
          <Fact name={t("certainty.label")}>
            <CertaintyChoice segment={segment} editable={own} />
          </Fact>
          <Fact name={t("permission.label")}>
            <PermissionChoice segment={segment} editable={own || frame.setsPermissions} />
          </Fact>
          {made !== undefined && <Fact name={t("made")}>{format.dateTime(made, "moment")}</Fact>}
          <Fact name={t("answers")}>
            {passage
              ? t("answersQuestion", { key: passage.questionKey, status: t(`status.${passage.status}`) })
              : t("noQuestion")}
          </Fact>
        </dl>
        <MemoField segment={segment} editable={own} />
        <div>
          <MemoButton
            keys={KEYS.memos[0]}
            target={{ about: "segment", id: segment.id }}
            label={frame.transcript.title}
            within={frame.transcript.id}
          />
        </div>
        {own && (
          <div className="flex flex-wrap gap-1.5">
            <Button size="sm" onClick={() => session.picker.set(true)}>
              {t("addCode")} <Kbd keys="enter" />
            </Button>
            <Button size="sm" variant="quiet" onClick={() => removeSegment(session)}>
              <Trash2 aria-hidden /> {t("removeSegment")} <Kbd keys={KEYS.remove[0]} />
            </Button>
          </div>
        )}
        {frame.mayShowExamples && <UseAsExample segment={segment} />}
      </div>
    </section>
  );
}
