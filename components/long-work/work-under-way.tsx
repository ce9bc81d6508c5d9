"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useSignal } from "@/components/ui/signal";
import { toast } from "@/components/ui/toast";
import type { Work } from "@/lib/schemas/work";
import { awaited, isAwaited } from "./awaited";
import { useWork } from "./use-work";
import { WorkBar } from "./work-bar";

interface WorkUnderWayProps {
  studyId: string;
  /** Called when work that nobody here waited for is written. */
  onWritten?: () => void;
}

/** One's own long work that is under way, also of a page that was closed meanwhile; and what came of that. */
export function WorkUnderWay({ studyId, onWritten }: WorkUnderWayProps) {
  const t = useTranslations("work");
  /** What was under way when last asked; null before the first answer. */
  const [running, setRunning] = useState<readonly Work[] | null>(null);
  const waitsHere = useSignal(awaited).size > 0;
  const on = waitsHere || running === null || running.length > 0;
  const state = useWork(
    studyId,
    on,
    (running ?? []).map(({ id }) => id),
  );
  const latest = useRef({ running, onWritten });
  latest.current = { running, onWritten };
  useEffect(() => {
    if (!state) return;
    // Looking is for the dialog that asked for it, and for nobody after.
    const now = state.running.filter(({ kind }) => kind !== "look");
    for (const { id, kind, cancelled } of latest.current.running ?? []) {
      if (isAwaited(id) || now.some((work) => work.id === id)) continue;
      const written = state.written.includes(id);
      toast({
        kind: written ? "success" : "info",
        message: t(written ? `done.${kind}` : cancelled ? "stopped" : "notDone"),
      });
      if (written) latest.current.onWritten?.();
    }
    setRunning(now);
  }, [state, t]);
  if (!running || running.length === 0) return null;
  return (
    <section aria-label={t("title")} className="grid gap-2 px-4 py-2">
      {running.map((work) => (
        <WorkBar key={work.id} studyId={studyId} kind={work.kind} id={work.id} work={work} />
      ))}
    </section>
  );
}
