"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import type { useGridKeys } from "@/components/compare/use-grid-keys";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { RoundCoder, RoundDetail } from "@/lib/schemas/rounds";
import { ofAll, TickBox } from "./tick-box";
import type { Assigning } from "./use-assigning";

export type GridKeys = Pick<ReturnType<typeof useGridKeys>, "place" | "setPlace">;

/** What a box of the grid needs to take the focus by key; `row` 0 is the head. */
export function placeIn(keys: GridKeys, row: number, column: number) {
  const here = keys.place.row === row && keys.place.column === column;
  return {
    "data-place": `${row}:${column}`,
    tabIndex: here ? 0 : -1,
    onFocus: () => keys.setPlace({ row, column }),
  };
}

interface AssignmentHeadProps extends RoundDetail {
  ticks: boolean;
  assigning: Assigning;
  keys: GridKeys;
}

const HEAD = "sticky top-0 z-20 border-line border-b bg-panel px-3 py-2 align-bottom font-medium text-sm";

/** A coder each, with how much of theirs is done. */
export const AssignmentHead = memo(function AssignmentHead({
  ticks,
  assigning,
  keys,
  ...detail
}: AssignmentHeadProps) {
  const t = useTranslations("rounds.grid");
  const { transcripts, coders } = detail;
  const everybody = coders.filter(({ codes }) => codes);
  const all = transcripts.flatMap(({ id }) =>
    everybody.map((coder) => ({ transcriptId: id, coderId: coder.id })),
  );
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={`${HEAD} left-0 z-30 w-40 min-w-40 sm:w-64 sm:min-w-64`}>
          <span className="flex items-start gap-2">
            {ticks && (
              <TickBox
                {...placeIn(keys, 0, 0)}
                aria-label={t("everything")}
                checked={ofAll(all.map(assigning.isOn))}
                onTick={(on) => assigning.tick(all, on)}
              />
            )}
            {t("transcript")}
          </span>
        </th>
        {coders.map((coder, at) => (
          <th key={coder.id} scope="col" className={`${HEAD} w-36 min-w-36`}>
            <CoderHead {...{ coder, detail, ticks, assigning, keys }} column={at + 1} />
          </th>
        ))}
      </tr>
    </thead>
  );
});

interface CoderHeadProps extends Omit<AssignmentHeadProps, keyof RoundDetail> {
  coder: RoundCoder;
  detail: RoundDetail;
  column: number;
}

function CoderHead({ coder, detail, ticks, assigning, keys, column }: CoderHeadProps) {
  const t = useTranslations("rounds.grid");
  const words = useTranslations("rounds");
  const { id: coderId, name } = coder;
  const own = detail.assignments.filter((row) => row.coderId === coderId);
  const done = own.filter((row) => row.done).length;
  const pairs = detail.transcripts.map(({ id }) => ({ transcriptId: id, coderId }));
  const doneOf = words("doneOf", { done, total: own.length });
  return (
    <span className="grid gap-1">
      <span className="flex items-start gap-2">
        {ticks && (
          <TickBox
            {...placeIn(keys, 0, column)}
            aria-label={t("allOf", { name })}
            disabled={!coder.codes && own.length === 0}
            checked={ofAll(pairs.map(assigning.isOn))}
            onTick={(on) => (coder.codes || !on) && assigning.tick(pairs, on)}
          />
        )}
        <bdi title={name} className="line-clamp-2 wrap-anywhere">
          {coder.own ? t("you", { name }) : name}
        </bdi>
      </span>
      {!coder.codes && <span className="font-normal text-warning text-xs">{t("gone")}</span>}
      {own.length > 0 && (
        <span className="tabular grid gap-1 font-normal text-soft text-xs">
          {detail.round.opened ? doneOf : t("load", { count: own.length })}
          {detail.round.opened && <ProgressBar label={`${name}: ${doneOf}`} value={done} max={own.length} />}
        </span>
      )}
    </span>
  );
}
