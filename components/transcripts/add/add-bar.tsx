"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { type Draft, isAddable } from "./draft";

interface AddBarProps {
  drafts: readonly Draft[];
  onAdd: (ids: readonly string[]) => Promise<void>;
}

/** Adds all that can be added, and shows how far that is. */
export function AddBar({ drafts, onAdd }: AddBarProps) {
  const t = useTranslations("transcripts.new");
  const [under, setUnder] = useState<readonly string[]>([]);
  const addable = drafts.filter(isAddable);
  const done = drafts.filter(
    ({ id, state }) => under.includes(id) && (state === "added" || state === "failed"),
  );
  const progress = t("progress", { done: done.length, total: under.length });
  const addAll = async () => {
    const ids = addable.map(({ id }) => id);
    setUnder(ids);
    await onAdd(ids);
    setUnder([]);
  };
  if (under.length > 0)
    return (
      <div className="grid gap-1.5">
        <p aria-live="polite">{progress}</p>
        <ProgressBar label={progress} value={done.length} max={under.length} />
      </div>
    );
  if (addable.length < 2) return null;
  return (
    <div>
      <Button variant="primary" onClick={addAll}>
        {t("addAll", { count: addable.length })}
      </Button>
    </div>
  );
}
