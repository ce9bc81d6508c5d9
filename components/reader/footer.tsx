"use client";

import { Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { layers } from "@/components/shell/layers";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { CodedProgress } from "./coded-progress";
import { useCodingsOncePainted, useSession } from "./context";
import { KEYS } from "./keys";
import { useSelected, useSignal } from "./model/signal";
import { redo, undo } from "./model/undo";
import { ReadProgress } from "./read-progress";
import { SaveState } from "./save-state";

/** What is saved, how much is coded, how far one has read, and the way back. */
export function Footer() {
  const t = useTranslations("reader");
  const session = useSession();
  const canUndo = useSelected(session.steps, ({ done }) => done.length > 0);
  const canRedo = useSelected(session.steps, ({ undone }) => undone.length > 0);
  return (
    <section aria-label={t("footer")} className="reader-footer">
      <SaveState />
      <span className="tabular max-sm:hidden">
        <Counts />
      </span>
      <span className="tabular max-bar:hidden">
        <CodedProgress />
      </span>
      <span className="max-pane:hidden">
        <ReadProgress />
      </span>
      {session.frame.mayCode && (
        <span className="flex items-center gap-1">
          <Button size="sm" variant="quiet" disabled={!canUndo} onClick={() => undo(session)}>
            <Undo2 aria-hidden /> {t("undo")}{" "}
            <span className="max-pane:hidden">
              <Kbd keys={KEYS.undo[0]} />
            </span>
          </Button>
          <Button size="sm" variant="quiet" disabled={!canRedo} onClick={() => redo(session)}>
            <Redo2 aria-hidden /> {t("redo")}
          </Button>
        </span>
      )}
      <span className="ml-auto max-pane:hidden">
        <Button size="sm" variant="quiet" onClick={() => layers.open("shortcuts")}>
          {t("shortcuts")} <Kbd keys="?" />
        </Button>
      </span>
    </section>
  );
}

/** How many segments there are, and how many codes have any. */
function Counts() {
  const t = useTranslations("reader");
  const { store, codingsReady } = useSession();
  const ready = useSignal(codingsReady);
  useCodingsOncePainted();
  const segments = store.ordered();
  const codes = new Set<string>();
  for (const segment of segments) for (const id of segment.codeIds) codes.add(id);
  return ready && t("counts", { segments: segments.length, codes: codes.size });
}
