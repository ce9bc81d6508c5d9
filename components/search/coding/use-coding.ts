"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { applyOperations } from "@/lib/server/coding/actions";
import type { Planned } from "./passages";
import { type Sent, sendAll, undoing } from "./send";

const newId = () => crypto.randomUUID();

/** Codes passages, says what came of it, and takes all of it back in one step if that is wished. */
export function useCoding() {
  const t = useTranslations("search.coding");
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => stopping.current?.abort(), []);

  const undo = useCallback(
    async (done: readonly Planned[]) => {
      toast({ kind: "info", message: t("undoing") });
      const { signal } = new AbortController();
      const sent = await sendAll(undoing(done, newId), applyOperations, {
        signal,
        onProgress: () => undefined,
      });
      const left = sent.left.length + sent.refused.length;
      if (sent.done.length > 0) toast({ kind: "success", message: t("undone", { count: sent.done.length }) });
      if (left > 0) toast({ kind: "error", message: t("notUndone", { count: left }) });
    },
    [t],
  );

  /** Answers what is left to be done: with it, it can be called again. */
  const code = useCallback(
    async (plan: readonly Planned[], name: string): Promise<Sent> => {
      const gone = new AbortController();
      stopping.current = gone;
      setProgress({ done: 0, of: plan.length });
      const sent = await sendAll(plan, applyOperations, {
        signal: gone.signal,
        onProgress: (done) => setProgress({ done, of: plan.length }),
      });
      setProgress(null);
      const { done, refused, left, stopped } = sent;
      const action = done.length > 0 ? { label: t("undo"), run: () => void undo(done) } : undefined;
      const count = done.length;
      if (stopped)
        toast({ kind: "info", message: t("stopped", { count, left: left.length, code: name }), action });
      else if (count > 0) toast({ kind: "success", message: t("done", { count, code: name }), action });
      if (refused.length > 0) toast({ kind: "error", message: t("refused", { count: refused.length }) });
      return sent;
    },
    [t, undo],
  );

  const stop = useCallback(() => stopping.current?.abort(), []);
  return { code, stop, progress };
}
