"use client";

import { Search, Undo2 } from "lucide-react";
import { useCallback, useReducer, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { toast } from "@/components/ui/toast";
import type { TranscriptText } from "@/lib/schemas/transcripts";
import { RedactDialog } from "../redact/redact-dialog";
import type { EditorPageProps } from "./editor-page";
import { FindBar } from "./find-bar";
import { Review } from "./review";
import { begin, edit, type Step, textNow, undecided } from "./state";
import { TurnList } from "./turn-list";
import { useLeaveWarning } from "./use-leave-warning";

interface EditorProps extends EditorPageProps {
  base: TranscriptText;
}

/** The steps whose outcome is told to those who cannot see it. */
const TOLD = { split: "split", join: "joined", add: "added", remove: "removed", undo: "undone" } as const;

/** The turns of a text for editing, with search, the way back and the way on. */
export function Editor({ base, studyId, transcript, mayRedact }: EditorProps) {
  const t = useTranslations("revisions");
  const [editing, dispatch] = useReducer(edit, base, begin);
  const [finding, setFinding] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const [newer, setNewer] = useState<number | null>(null);
  const [told, setTold] = useState<{ what: (typeof TOLD)[keyof typeof TOLD]; turn: number } | null>(null);
  const act = useCallback((step: Step) => {
    dispatch(step);
    const what = step.kind in TOLD ? TOLD[step.kind as keyof typeof TOLD] : null;
    if (what) setTold((now) => ({ what, turn: (now?.turn ?? 0) + 1 }));
  }, []);
  const { text } = textNow(editing);
  const changed = text !== editing.base.text || editing.past.length > 0 || newer !== null;
  const open = undecided(editing);
  useLeaveWarning(changed);
  return (
    <>
      <div className="sticky top-0 z-10 -mx-4 mb-4 flex flex-wrap items-center gap-2 border-line border-b bg-page px-4 py-2">
        <Button variant="quiet" aria-expanded={finding} onClick={() => setFinding(!finding)}>
          <Search aria-hidden /> {t("find.open")}
        </Button>
        <Button variant="quiet" disabled={editing.past.length === 0} onClick={() => act({ kind: "undo" })}>
          <Undo2 aria-hidden /> {t("edit.undo")}
        </Button>
        {mayRedact && !changed && (
          <RedactDialog
            transcript={transcript}
            trigger={<Button variant="quiet">{t("redact.open")}</Button>}
            // The text is another one now: the page begins anew with it.
            onDone={() => window.location.reload()}
          />
        )}
        <Button
          variant="primary"
          className="ml-auto"
          disabled={!changed || open > 0}
          onClick={() => setReviewing(true)}
        >
          {t("edit.review")}
        </Button>
      </div>
      {finding && <FindBar editing={editing} act={act} onClose={() => setFinding(false)} />}
      {newer !== null && (
        <div className="mb-4">
          <Callout live kind="warning" title={t("stale.title", { number: newer })}>
            {t("stale.merged", { count: open })} {open > 0 && t("stale.open", { count: open })}
          </Callout>
        </div>
      )}
      <p className="mb-3 text-faint text-sm">{t("edit.keys")}</p>
      <p role="status" className="sr-only">
        {told && t(`edit.done.${told.what}`, { count: editing.blocks.length })}
        {told && told.turn % 2 === 0 ? "\u00a0" : ""}
      </p>
      <TurnList editing={editing} act={act} />
      {reviewing && (
        <Review
          editing={editing}
          studyId={studyId}
          transcript={transcript}
          onClose={() => setReviewing(false)}
          onStale={(onto) => {
            setReviewing(false);
            dispatch({ kind: "rebase", onto });
            setNewer(onto.number);
          }}
          onFailed={(message) => toast({ kind: "error", message })}
        />
      )}
    </>
  );
}
