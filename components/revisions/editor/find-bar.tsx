"use client";

import { type FormEvent, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { type Hit, hitsOf, replaced } from "./find";
import type { Editing, Step } from "./state";

interface FindBarProps {
  editing: Editing;
  act: (step: Step) => void;
  onClose: () => void;
}

/** Finds words in all turns, and replaces them one by one or everywhere. */
export function FindBar({ editing, act, onClose }: FindBarProps) {
  const t = useTranslations("revisions.find");
  const [words, setWords] = useState("");
  const [instead, setInstead] = useState("");
  const [matchCase, setMatchCase] = useState(true);
  const [at, setAt] = useState(0);
  const hits = useMemo(() => hitsOf(editing.blocks, words, matchCase), [editing.blocks, words, matchCase]);
  const current = hits[Math.min(at, hits.length - 1)];

  const go = (hit: Hit | undefined) => {
    const area = hit && document.querySelector<HTMLTextAreaElement>(`textarea[data-key="${hit.key}"]`);
    area?.focus();
    area?.setSelectionRange(hit?.start ?? 0, hit?.end ?? 0);
    area?.scrollIntoView({ block: "center" });
  };
  const next = (event?: FormEvent) => {
    event?.preventDefault();
    const then = hits.length > 0 ? (at + 1) % hits.length : 0;
    setAt(then);
    go(hits[then]);
  };
  const replace = (chosen: readonly Hit[]) => {
    if (chosen.length === 0) return;
    act({ kind: "replace", bodies: replaced(editing.blocks, chosen, instead) });
    toast({ kind: "success", message: t("replaced", { count: chosen.length }) });
  };
  return (
    <form
      aria-label={t("open")}
      onSubmit={next}
      className="mb-4 grid items-end gap-3 rounded-lg border border-line bg-panel p-3 sm:grid-cols-2"
    >
      <Field label={t("words")}>
        <TextInput autoFocus value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Field label={t("instead")}>
        <TextInput value={instead} onChange={(event) => setInstead(event.target.value)} />
      </Field>
      <Checkbox
        label={t("matchCase")}
        checked={matchCase}
        onCheckedChange={(checked) => setMatchCase(checked === true)}
      />
      <div className="flex flex-wrap items-center gap-2">
        <span role="status" className="tabular text-soft text-sm">
          {words !== "" && t("count", { count: hits.length })}
        </span>
        <Button type="submit" disabled={hits.length === 0}>
          {t("next")}
        </Button>
        <Button disabled={!current} onClick={() => replace(current ? [current] : [])}>
          {t("one")}
        </Button>
        <Button disabled={hits.length === 0} onClick={() => replace(hits)}>
          {t("all")}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
    </form>
  );
}
