"use client";

import { useEffect, useMemo, useReducer, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { FoundNotice, RefusedNotice } from "@/components/drafts/notices";
import type { UsedDraft } from "@/components/drafts/use-draft";
import { useKeeping } from "@/components/drafts/use-keeping";
import { nameOfLanguage } from "@/components/reader/model/language";
import { useLeaveWarning } from "@/components/revisions/editor/use-leave-warning";
import { Callout } from "@/components/ui/callout";
import { unaligned } from "@/lib/domain/transcript";
import type { PairFrame } from "@/lib/schemas/pairs";
import { Grid } from "./grid";
import { type KeptAlignment, startOf } from "./kept";
import { LostNotice } from "./lost-notice";
import { readAnew } from "./read-anew";
import { SaveNotice } from "./save-notice";
import { begin, type PairTexts, step } from "./state";
import { Tools } from "./tools";
import { useSaving } from "./use-saving";

export interface AlignViewProps {
  frame: PairFrame;
  texts: PairTexts;
  draft: UsedDraft<KeptAlignment>;
  /** Told of each writing, by its id. */
  onSend: (eventId: string) => void;
  /** Told whether anything is not stored yet. */
  onUnsaved: (unsaved: boolean) => void;
}

/** Both halves of a pair in rows, and what is needed to correct which turns say the same. */
export function AlignView({ frame, texts, draft, onSend, onUnsaved }: AlignViewProps) {
  const t = useTranslations("pairs");
  const locale = useLocale();
  const [start] = useState(() => startOf(frame, texts, draft.found));
  const reduce = useMemo(() => step(texts), [texts]);
  const [aligning, act] = useReducer(reduce, start.rows, begin);
  const { rows, at, said } = aligning;
  const { state, stored, retry } = useSaving(frame, texts, start.stored, rows, onSend);
  const firstId = frame.transcript.id;
  const keeping = useKeeping(
    draft.keeper,
    useMemo(() => {
      if (rows !== stored) return () => ({ firstId, base: stored, rows });
      // What lies in the browser and not on the page is left there until it is known what became of it.
      return rows === start.stored && start.left !== "stored" ? undefined : null;
    }, [firstId, rows, stored, start]),
  );
  useEffect(() => onUnsaved(rows !== stored), [onUnsaved, rows, stored]);
  useLeaveWarning(rows !== stored && keeping !== "kept");
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
        <SaveNotice
          state={state}
          kept={keeping === "kept"}
          retry={retry}
          onFetch={() => void readAnew(draft.keeper)}
        />
        <div className="grid grid-cols-2 gap-2 font-semibold text-soft text-sm sm:gap-3" aria-hidden>
          <span>{nameOfLanguage(texts.first.language, locale)}</span>
          <span>{nameOfLanguage(texts.second.language, locale)}</span>
        </div>
      </div>
      <div className="mb-3 grid gap-3 empty:hidden">
        {start.left === "laid" && draft.found && (
          <FoundNotice at={draft.found.at} onDiscard={() => act({ kind: "take", rows: start.stored })} />
        )}
        {start.given > 0 && (
          <Callout live kind="warning">
            {t("laid.given", { count: start.given })}
          </Callout>
        )}
        {start.left === "lost" && draft.found && (
          <LostNotice at={draft.found.at} onSeen={() => draft.keeper.drop()} />
        )}
        {rows !== stored && keeping === "refused" && <RefusedNotice />}
      </div>
      <p role="status" className="sr-only">
        {said && t(`done.${said.what}`, { number: at.row + 1, count: rows.length, language })}
      </p>
      <Grid texts={texts} aligning={aligning} act={act} readOnly={!frame.mayCorrect} />
      {frame.mayCorrect && <p className="mt-4 text-soft text-sm">{t("keys")}</p>}
    </>
  );
}
