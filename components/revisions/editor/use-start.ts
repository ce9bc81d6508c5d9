"use client";

import { useEffect, useState } from "react";
import { boxOf } from "@/components/drafts/storage";
import { type UsedDraft, useDraft } from "@/components/drafts/use-draft";
import type { TranscriptText } from "@/lib/schemas/transcripts";
import { type LoadedText, loadVersion } from "../model/load-version";
import { useVersion } from "../model/use-version";
import { isChanged, KeptCorrection, unpacked, wordsOf } from "./kept";
import { begin, type Editing, edit } from "./state";

/** Where editing begins. */
export interface Start {
  editing: Editing;
  /** When the unsaved changes were made that an earlier visit left; null where it left none. */
  restoredAt: number | null;
  /** The number of the version that somebody saved since then, over which they are laid. */
  over: number | null;
  keeper: UsedDraft<KeptCorrection>["keeper"];
}

/**
 * The text as one left it: the current version, with one's own unsaved changes laid over it. Null while it
 * is fetched; `failed` where it can't be had, which leaves what was kept as it is.
 */
export function useStart(transcriptId: string, personId: string) {
  const { text, retry } = useVersion(transcriptId, null);
  const draft = useDraft(boxOf(personId, "correction", transcriptId), KeptCorrection);
  const [start, setStart] = useState<Start | null>(null);
  const [failed, setFailed] = useState<LoadedText | null>(null);
  useEffect(() => {
    setStart(null);
    setFailed(null);
    if (!text?.ok || !draft) return;
    const abort = new AbortController();
    begun(transcriptId, text.value, draft, abort.signal).then(
      (answer) => ("keeper" in answer ? setStart(answer) : setFailed(answer)),
      () => undefined,
    );
    return () => abort.abort();
  }, [transcriptId, text, draft]);
  return { start, waiting: failed ?? (text?.ok ? null : text), retry };
}

/** Throws only when aborted. */
async function begun(
  transcriptId: string,
  current: TranscriptText,
  { found, keeper }: UsedDraft<KeptCorrection>,
  signal: AbortSignal,
): Promise<Start | LoadedText> {
  const anew = { editing: begin(current), restoredAt: null, over: null, keeper };
  if (!found) return anew;
  const { at, value } = found;
  const same = value.versionId === current.versionId;
  const base = same
    ? { ok: true as const, value: current }
    : await loadVersion(transcriptId, value.versionId, signal);
  const gone = !base.ok && (base.code === "forbidden" || base.code === "not_found");
  if (!base.ok && !gone) return base;
  const left = base.ok ? unpacked(base.value, value) : null;
  // The version is closed to this person, as one is in which a name stands that was hidden since.
  if (!left) return { ...anew, editing: { ...begin(current), aside: wordsOf(value) }, restoredAt: at };
  const editing = same ? left : edit(left, { kind: "rebase", onto: current });
  if (!isChanged(editing) && editing.aside.length === 0) {
    // It was stored after all, and its answer was lost; or somebody else made the same changes.
    keeper.drop();
    return anew;
  }
  return { editing, restoredAt: at, over: same ? null : current.number, keeper };
}
