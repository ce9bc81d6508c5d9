"use client";

import { useCallback, useMemo, useReducer, useState } from "react";
import { useTranslations } from "use-intl";
import { AsideNotice, FoundNotice, RefusedNotice } from "@/components/drafts/notices";
import { useKeeping } from "@/components/drafts/use-keeping";
import { Callout } from "@/components/ui/callout";
import { toast } from "@/components/ui/toast";
import { EditorBar } from "./editor-bar";
import type { EditorPageProps } from "./editor-page";
import { FindBar } from "./find-bar";
import { isChanged, kept, keptAside } from "./kept";
import { Review } from "./review";
import { type Editing, edit, type Step, undecided } from "./state";
import { TurnList } from "./turn-list";
import { useEditorCommands } from "./use-editor-commands";
import { useLeaveWarning } from "./use-leave-warning";
import type { Start } from "./use-start";

interface EditorProps extends EditorPageProps {
  start: Start;
}

/** The steps whose outcome is told to those who cannot see it. */
const TOLD = {
  split: "split",
  join: "joined",
  add: "added",
  remove: "removed",
  undo: "undone",
  redo: "redone",
} as const;

/** The turns of a text for editing, with search, the way back and the way on. */
export function Editor({ start, studyId, transcript, personId, mayRedact }: EditorProps) {
  const t = useTranslations("revisions");
  const [editing, dispatch] = useReducer(edit, start.editing);
  const [finding, setFinding] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const [stored, setStored] = useState(false);
  const [newer, setNewer] = useState(start.over);
  const [told, setTold] = useState<{ what: (typeof TOLD)[keyof typeof TOLD]; turn: number } | null>(null);
  const act = useCallback((step: Step) => {
    dispatch(step);
    const what = step.kind in TOLD ? TOLD[step.kind as keyof typeof TOLD] : null;
    if (what) setTold((now) => ({ what, turn: (now?.turn ?? 0) + 1 }));
  }, []);
  useEditorCommands(act);
  const changed = useMemo(() => isChanged(editing), [editing]);
  const open = undecided(editing);
  const keeping = useKeeping(
    start.keeper,
    useMemo(() => toKeep(start.editing, editing, changed, stored), [start.editing, editing, changed, stored]),
  );
  useLeaveWarning(changed && !stored && keeping !== "kept");
  const { restoredAt } = start;
  return (
    <>
      <EditorBar
        {...{ editing, changed, act, finding, transcript, mayRedact }}
        onFind={() => setFinding(!finding)}
        onReview={() => setReviewing(true)}
      />
      {finding && <FindBar editing={editing} act={act} onClose={() => setFinding(false)} />}
      <div className="mb-4 grid gap-3 empty:hidden">
        {restoredAt !== null && isChanged(start.editing) && (
          <FoundNotice at={restoredAt} onDiscard={() => act({ kind: "discard" })} />
        )}
        {restoredAt !== null && editing.aside.length > 0 && (
          <AsideNotice
            at={restoredAt}
            words={editing.aside}
            language={transcript.language}
            onForget={() => act({ kind: "forget_aside" })}
          />
        )}
        {newer !== null && (
          <Callout live kind="warning" title={t("stale.title", { number: newer })}>
            {t("stale.merged", { count: open })} {open > 0 && t("stale.open", { count: open })}
          </Callout>
        )}
        {changed && keeping === "refused" && <RefusedNotice />}
      </div>
      <p className="mb-3 text-faint text-sm">{t("edit.keys")}</p>
      <p role="status" className="sr-only">
        {told && t(`edit.done.${told.what}`, { count: editing.blocks.length })}
        {told && told.turn % 2 === 0 ? "\u00a0" : ""}
      </p>
      <TurnList editing={editing} act={act} />
      {reviewing && (
        <Review
          {...{ editing, studyId, transcript, personId }}
          kept={keeping === "kept"}
          onClose={() => setReviewing(false)}
          onStored={() => {
            setStored(true);
            // At once: the page is about to be left.
            if (editing.aside.length > 0) start.keeper.keep(() => keptAside(editing));
            else start.keeper.drop();
            void start.keeper.flush();
          }}
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

/** What the browser is to keep; undefined while all is as it was found, and once that is settled. */
function toKeep(found: Editing, editing: Editing, changed: boolean, stored: boolean) {
  if (stored || editing === found) return undefined;
  return changed || editing.aside.length > 0 ? () => kept(editing) : null;
}
