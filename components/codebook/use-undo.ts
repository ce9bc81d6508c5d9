"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { useToastError } from "@/components/ui/use-toast-error";
import { undoCodebook } from "@/lib/server/codebook/actions";

/** Takes a change of the codebook back, and says so. */
export function useUndo(studyId: string): (undoes: string) => void {
  const t = useTranslations("codebook");
  const router = useRouter();
  const { run } = useAction(undoCodebook, {
    onFailed: useToastError(),
    onDone: ({ left }) => {
      toast({ kind: "success", message: left > 0 ? t("undoneLeft", { count: left }) : t("undone") });
      router.refresh();
    },
  });
  return useCallback((undoes) => run({ eventId: crypto.randomUUID(), studyId, undoes }), [run, studyId]);
}

/** After a change was stored: says so with a way back, and loads the page anew. */
export function useChanged(studyId: string): (message: string, eventId: string) => void {
  const t = useTranslations("codebook");
  const router = useRouter();
  const undo = useUndo(studyId);
  return (message, eventId) => {
    toast({ kind: "success", message, action: { label: t("undo"), run: () => undo(eventId) } });
    router.refresh();
  };
}
