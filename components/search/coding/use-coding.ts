"use client";

import { useCallback, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { takeBack } from "@/components/history/take-back";
import { useTold } from "@/components/history/use-told";
import { awaiting } from "@/components/long-work/awaited";
import { toast } from "@/components/ui/toast";
import { useToastError } from "@/components/ui/use-toast-error";
import { codeFound } from "@/lib/server/search/actions";
import { keepStep } from "./keep-step";
import { type Passage, textsOf } from "./passages";

/** What came of it: coded; refused, so that it is no use to try again; or not answered, so that it is. */
export type Coded = "done" | "refused" | "unanswered";

/** Codes passages all at once, says what came of it, and takes all of it back in one step if that is wished. */
export function useCoding(studyId: string, userId: string) {
  const t = useTranslations("search.coding");
  const work = useTranslations("work");
  const say = useToastError();
  const told = useTold();
  /** The id of the event that is under way. */
  const [pending, setPending] = useState<string | null>(null);
  /** Sent again after no answer, it is the same event. */
  const unanswered = useRef<{ key: string; eventId: string } | null>(null);

  const undo = useCallback(
    async (undoes: string, count: number) => {
      toast({ kind: "info", message: t("undoing") });
      const eventId = crypto.randomUUID();
      const result = await takeBack(eventId, undoes).catch(() => undefined);
      if (result === null) return;
      if (!result?.ok) return say(result ? result.error : { code: "unavailable" });
      const { left } = result.value;
      toast({ kind: "success", message: told(t("undone", { count: count - left }), result.value) });
    },
    [t, say, told],
  );

  const code = useCallback(
    async (passages: readonly Passage[], codeId: string, name: string): Promise<Coded> => {
      const texts = textsOf(passages);
      const key = JSON.stringify([codeId, texts]);
      const eventId = unanswered.current?.key === key ? unanswered.current.eventId : crypto.randomUUID();
      unanswered.current = { key, eventId };
      setPending(eventId);
      const result = await awaiting(eventId, codeFound({ eventId, studyId, codeId, texts })).catch(
        () => null,
      );
      setPending(null);
      if (!result?.ok) {
        if (result && result.error.code !== "unavailable") {
          if (result.error.detail === "work_cancelled") toast({ kind: "info", message: work("stopped") });
          else say(result.error);
          return "refused";
        }
        return "unanswered";
      }
      unanswered.current = null;
      const count = result.value.codings;
      const had = passages.length - count;
      if (count > 0) await keepStep(userId, texts, eventId).catch(() => undefined);
      toast({
        kind: count > 0 ? "success" : "info",
        message: [count > 0 && t("done", { count, code: name }), had > 0 && t("had", { count: had })]
          .filter(Boolean)
          .join(" "),
        action: count > 0 ? { label: t("undo"), run: () => void undo(eventId, count) } : undefined,
      });
      return "done";
    },
    [studyId, userId, t, work, say, undo],
  );

  return { code, pending };
}
