"use client";

import { useMemo, useReducer } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameOfLanguage } from "@/components/reader/model/language";
import { useLeaveWarning } from "@/components/revisions/editor/use-leave-warning";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorText } from "@/components/ui/use-error-text";
import { unaligned } from "@/lib/domain/transcript";
import type { PairFrame } from "@/lib/schemas/pairs";
import { Grid } from "./grid";
import { begin, type PairTexts, step } from "./state";
import { Tools } from "./tools";
import { useSaving } from "./use-saving";

interface AlignViewProps {
  frame: PairFrame;
  texts: PairTexts;
  /** Begins again from what the server has. */
  onFetch: () => void;
}

/** Both halves of a pair in rows, and what is needed to correct which turns say the same. */
export function AlignView({ frame, texts, onFetch }: AlignViewProps) {
  const t = useTranslations("pairs");
  const locale = useLocale();
  const reduce = useMemo(() => step(texts), [texts]);
  const [aligning, act] = useReducer(reduce, texts, begin);
  const { state, retry } = useSaving(frame, texts, aligning.rows);
  useLeaveWarning(state.kind !== "saved");
  const errorText = useErrorText();
  const { rows, at, said } = aligning;
  const open = unaligned(rows);
  const language = nameOfLanguage(texts[at.side].language, locale);
  return (
    <>
      <div className="sticky top-0 z-10 -mx-4 mb-3 grid gap-2 border-line border-b bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
        <p className="flex flex-wrap justify-between gap-x-6">
          <span className="font-medium">{t("unaligned", { count: open })}</span>
          {(state.kind === "saved" || state.kind === "saving") && frame.mayCorrect && (
            <span className="text-soft">{t(`save.${state.kind}`)}</span>
          )}
        </p>
        {frame.mayCorrect && <Tools texts={texts} aligning={aligning} act={act} />}
        {state.kind === "failed" && (
          <Callout live kind="warning" action={<Button onClick={retry}>{t("save.retry")}</Button>}>
            {t("save.failed")}
          </Callout>
        )}
        {state.kind === "refused" && (
          <Callout live kind="error" action={<Button onClick={retry}>{t("save.retry")}</Button>}>
            {errorText(state.error).message}
          </Callout>
        )}
        {state.kind === "stale" && (
          <Callout
            live
            kind="error"
            title={t("save.stale")}
            action={<Button onClick={onFetch}>{t("save.fetch")}</Button>}
          >
            {t("save.staleBody")}
          </Callout>
        )}
        <div className="grid grid-cols-2 gap-2 font-semibold text-soft text-sm sm:gap-3" aria-hidden>
          <span>{nameOfLanguage(texts.first.language, locale)}</span>
          <span>{nameOfLanguage(texts.second.language, locale)}</span>
        </div>
      </div>
      <p role="status" className="sr-only">
        {said && t(`done.${said.what}`, { number: at.row + 1, count: rows.length, language })}
      </p>
      <Grid texts={texts} aligning={aligning} act={act} readOnly={!frame.mayCorrect} />
      {frame.mayCorrect && <p className="mt-4 text-soft text-sm">{t("keys")}</p>}
    </>
  );
}
