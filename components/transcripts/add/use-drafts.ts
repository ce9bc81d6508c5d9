"use client";

import { useCallback, useRef, useState } from "react";
import { type Encoding, FILE_LIMIT } from "@/lib/schemas/transcripts";
import { choicesOf, type Draft, isAddable, languageOf, newDraft, titleOf } from "./draft";
import { addFile, previewFile } from "./upload";

export interface AddedDraft {
  id: string;
  title: string;
  language: string;
  pairId: string | null;
  interviewId: string | null;
}

/** The files on the list, one after another through reading and adding. */
export function useDrafts(studyId: string, onAdded: (added: AddedDraft, pairWith: string | null) => void) {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  // Adding goes on over many renders and sees what the person changed meanwhile.
  const latest = useRef(drafts);
  const update = useCallback((change: (drafts: readonly Draft[]) => readonly Draft[]) => {
    latest.current = change(latest.current);
    setDrafts(latest.current);
  }, []);
  const patch = useCallback(
    (id: string, changes: Partial<Draft>) =>
      update((all) => all.map((draft) => (draft.id === id ? { ...draft, ...changes } : draft))),
    [update],
  );

  const read = useCallback(
    async (draft: Draft, encoding: Encoding | null) => {
      patch(draft.id, { state: "reading", encoding, error: null });
      if (draft.file.size > FILE_LIMIT) {
        patch(draft.id, { state: "failed", error: { code: "too_large", detail: "file_too_large" } });
        return;
      }
      const answer = await previewFile(studyId, draft.file, encoding);
      if (answer.ok) patch(draft.id, { state: "ready", preview: answer.value });
      else patch(draft.id, { state: "failed", error: answer.error });
    },
    [studyId, patch],
  );

  const take = useCallback(
    async (files: readonly File[], title?: string) => {
      const taken = files.map((file) => newDraft(file, title ?? titleOf(file.name)));
      update((all) => [...all, ...taken]);
      for (const draft of taken) await read(draft, null);
    },
    [read, update],
  );

  const addOne = useCallback(
    async (id: string) => {
      const draft = latest.current.find((each) => each.id === id);
      if (!draft) return false;
      patch(id, { state: "adding", error: null });
      const answer = await addFile(studyId, draft.file, choicesOf(draft));
      if (!answer.ok) {
        patch(id, { state: "failed", error: answer.error });
        return false;
      }
      patch(id, { state: "added", language: languageOf(draft) });
      onAdded(answer.value, draft.pairWith);
      return true;
    },
    [studyId, patch, onAdded],
  );

  /** Adds one after another, so that each is whole or not there; answers how many were and were not. */
  const add = useCallback(
    async (ids: readonly string[]) => {
      const wanted = latest.current.filter((draft) => ids.includes(draft.id) && isAddable(draft));
      for (const { id } of wanted) patch(id, { state: "waiting", error: null });
      let added = 0;
      for (const { id } of wanted) if (await addOne(id)) added++;
      return { added, failed: wanted.length - added };
    },
    [addOne, patch],
  );

  const remove = useCallback(
    (id: string) => update((all) => all.filter((draft) => draft.id !== id)),
    [update],
  );
  return { drafts, take, read, patch, add, remove };
}
