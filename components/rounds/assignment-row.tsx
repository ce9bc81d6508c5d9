"use client";

import Link from "next/link";
import { memo, type Ref } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { isLate } from "@/lib/domain/round";
import type { RoundAssignment, RoundCoder, RoundSummary, RoundTranscript } from "@/lib/schemas/rounds";
import { type GridKeys, placeIn } from "./assignment-head";
import { ofAll, TickBox } from "./tick-box";
import type { Assigning } from "./use-assigning";
import { useToday } from "./use-today";

interface AssignmentRowProps {
  studyId: string;
  round: RoundSummary;
  transcript: RoundTranscript;
  coders: readonly RoundCoder[];
  ticks: boolean;
  assigning: Assigning;
  keys: GridKeys;
  index: number;
  ref: Ref<HTMLTableRowElement>;
}

/** A transcript: who codes it, and how far each of them is. */
export const AssignmentRow = memo(function AssignmentRow({
  studyId,
  transcript,
  ticks,
  assigning,
  keys,
  index,
  ...rest
}: AssignmentRowProps) {
  const t = useTranslations("rounds.grid");
  const { round, coders, ref } = rest;
  const { id: transcriptId, title, numbers } = transcript;
  const pairOf = (coder: RoundCoder) => ({ transcriptId, coderId: coder.id });
  const able = coders.filter(({ codes }) => codes).map(pairOf);
  const count = coders.filter((coder) => assigning.isOn(pairOf(coder))).length;
  const cell = "border-line border-b px-3 py-2 align-top";
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2}>
      <th scope="row" className={`${cell} sticky left-0 z-10 w-40 bg-paper font-medium sm:w-64`}>
        <span className="flex items-start gap-2">
          {ticks && (
            <TickBox
              {...placeIn(keys, index + 1, 0)}
              aria-label={t("allFor", { title })}
              checked={ofAll(able.map(assigning.isOn))}
              onTick={(on) => assigning.tick(on ? able : coders.map(pairOf), on)}
            />
          )}
          <span className="min-w-0 wrap-anywhere">
            {numbers.length > 0 && <span className="tabular mr-1.5 text-faint">{numbers.join(", ")}</span>}
            <Link
              href={studyRoute(studyId, "transcripts", `/${transcriptId}`)}
              prefetch={false}
              className="hover:underline"
            >
              {title}
            </Link>
            <span className="block font-normal text-faint text-sm">{t("coders", { count })}</span>
          </span>
        </span>
      </th>
      {coders.map((coder, at) => {
        const pair = pairOf(coder);
        const stored = assigning.stored(pair);
        const on = assigning.isOn(pair);
        return (
          <td key={coder.id} className={cell}>
            <span className="flex items-start gap-2">
              {ticks && (
                <TickBox
                  {...placeIn(keys, index + 1, at + 1)}
                  aria-label={t("cell", { title, coder: coder.name })}
                  disabled={!coder.codes && !on}
                  checked={on}
                  onTick={(now) => assigning.tick([pair], now)}
                />
              )}
              {on && stored && round.opened && (
                <Far round={round} assignment={stored} counted={transcript.counted} />
              )}
              {on && !ticks && !round.opened && t("assigned")}
            </span>
          </td>
        );
      })}
    </tr>
  );
});

interface FarProps {
  round: RoundSummary;
  assignment: RoundAssignment;
  counted: RoundTranscript["counted"];
}

/** How far a coder is with a transcript, as far as one may see. */
function Far({ round, assignment: { done, progress }, counted }: FarProps) {
  const t = useTranslations("rounds.grid");
  const words = useTranslations("rounds");
  const format = useFormatter();
  const today = useToday();
  const late = !round.ended && today !== "" && isLate(round.dueOn, done, today);
  return (
    <span className="tabular grid gap-0.5 text-sm">
      {done ? (
        <span>
          <Badge tone="success">{t("done")}</Badge>
        </span>
      ) : (
        late && (
          <span>
            <Badge tone="warning">{words("late")}</Badge>
          </span>
        )
      )}
      {progress && (
        <span title={progress.talk > 0 ? t(`talkOf.${counted}`, progress) : undefined}>
          {progress.talk > 0
            ? t("coded", { share: format.number(progress.coded / progress.talk, "share") })
            : t("noTalk")}
        </span>
      )}
      {!progress && !done && <span className="text-soft">{t("assigned")}</span>}
    </span>
  );
}
