"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { takeBack } from "@/components/history/take-back";
import { useTold } from "@/components/history/use-told";
import { toast } from "@/components/ui/toast";
import { useToastError } from "@/components/ui/use-toast-error";

/** Takes a change of the codebook back, and says so. */
export function useUndo(): (undoes: string) => void {
  const t = useTranslations("codebook");
  const router = useRouter();
  const say = useToastError();
  const told = useTold();
  return useCallback(
    async (undoes) => {
      const result = await takeBack(crypto.randomUUID(), undoes).catch(() => undefined);
      if (result === null) return;
      if (!result?.ok) return say(result ? result.error : { code: "unavailable" });
      toast({ kind: "success", message: told(t("undone"), result.value) });
      router.refresh();
    },
    [t, router, say, told],
  );
}

/** After a change was stored: says so with a way back, and loads the page anew. */
export function useChanged(): (message: string, eventId: string) => void {
  const t = useTranslations("codebook");
  const router = useRouter();
  const undo = useUndo();
  return (message, eventId) => {
    toast({ kind: "success", message, action: { label: t("undo"), run: () => undo(eventId) } });
    router.refresh();
  };
}
