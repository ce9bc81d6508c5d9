"use client";

import { Redo2, Search, Undo2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { RedactDialog } from "../redact/redact-dialog";
import type { EditorPageProps } from "./editor-page";
import { type Editing, type Step, undecided } from "./state";

interface EditorBarProps extends Pick<EditorPageProps, "transcript" | "mayRedact"> {
  editing: Editing;
  changed: boolean;
  act: (step: Step) => void;
  finding: boolean;
  onFind: () => void;
  onReview: () => void;
}

/** Search, the ways back and forward, and the way on; stays in view. */
export function EditorBar(props: EditorBarProps) {
  const t = useTranslations("revisions");
  const { editing, changed, act, transcript, mayRedact } = props;
  return (
    <div className="sticky top-0 z-10 -mx-4 mb-4 flex flex-wrap items-center gap-2 border-line border-b bg-page px-4 py-2">
      <Button variant="quiet" aria-expanded={props.finding} onClick={props.onFind}>
        <Search aria-hidden /> {t("find.open")}
      </Button>
      <Button variant="quiet" disabled={editing.past.length === 0} onClick={() => act({ kind: "undo" })}>
        <Undo2 aria-hidden /> {t("edit.undo")}
      </Button>
      <Button variant="quiet" disabled={editing.future.length === 0} onClick={() => act({ kind: "redo" })}>
        <Redo2 aria-hidden /> {t("edit.redo")}
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
        disabled={!changed || undecided(editing) > 0}
        onClick={props.onReview}
      >
        {t("edit.review")}
      </Button>
    </div>
  );
}
