"use client";

import { RedactDialog } from "@/components/revisions/redact/redact-dialog";
import { useSession } from "./context";
import { useSignal } from "./model/signal";

/** Hides the name that is selected in the text. */
export function HideWords() {
  const session = useSession();
  const open = useSignal(session.naming);
  const selection = useSignal(session.selection);
  const { frame, document, naming, elsewhere } = session;
  if (!open || !frame.mayRedact) return null;
  return (
    <RedactDialog
      open
      onOpenChange={naming.set}
      transcript={{ id: frame.transcript.id, pairId: frame.pair?.id ?? null }}
      words={selection ? document.text.slice(selection.start, selection.end) : ""}
      onDone={() => elsewhere.update((count) => count + 1)}
    />
  );
}
