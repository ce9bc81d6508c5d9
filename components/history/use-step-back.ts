"use client";

import { useRouter } from "next/navigation";
import { useCallback, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { awaiting } from "@/components/long-work/awaited";
import { type Command, useCommands } from "@/components/shell/commands";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/ui/use-error-text";
import { useToastError } from "@/components/ui/use-toast-error";
import { can, type Role } from "@/lib/access/can";
import { groupOfKind, PAST_LIMIT, type StepOutcome } from "@/lib/schemas/history";
import { stepBack } from "@/lib/server/history/actions";
import { settle } from "./take-back";
import { useSentence } from "./use-sentence";
import { useTold } from "./use-told";

type Direction = "undo" | "redo";
type Cannot = Extract<StepOutcome, { cannot: string }>;

/**
 * Undo and redo of one's own steps in all rooms but the reader, which has its own for what is done in a text. The
 * server knows the steps: they outlast a reload, and another browser goes on with them.
 */
export function useStepBack(studyId: string, role: Role): void {
  const t = useTranslations("history");
  const shell = useTranslations("shell.palette");
  const router = useRouter();
  const say = useToastError();
  const told = useTold();
  const sayCannot = useSayCannot();
  /** What the person has been told cannot be taken, and goes past by pressing again. */
  const past = useRef<string[]>([]);
  const step = useCallback(
    async (direction: Direction) => {
      const eventId = crypto.randomUUID();
      const asked = { eventId, studyId, direction, past: past.current };
      const outcome = await awaiting(eventId, stepBack(asked));
      const back = direction === "undo";
      if (!outcome.ok) return say(outcome.error);
      const { value } = outcome;
      if (!value) return toast({ kind: "info", message: t(back ? "nothingToUndo" : "nothingToRedo") });
      if ("cannot" in value) {
        past.current = [...past.current, value.cannot].slice(-PAST_LIMIT);
        return sayCannot(direction, value, () => void step(direction));
      }
      const result = await settle(eventId, { ok: true, value });
      if (!result) return;
      if (!result.ok) return say(result.error);
      router.refresh();
      // The step may have been done in another room: one must know what it was about.
      const what = t(`group.${groupOfKind(result.value.kind) ?? "study"}`);
      toast({
        kind: "success",
        message: told(t(back ? "stepTakenBack" : "stepDoneAgain", { what }), result.value),
        action: { label: t(back ? "redo" : "undo"), run: () => void step(back ? "redo" : "undo") },
      });
    },
    [studyId, t, router, say, told, sayCannot],
  );
  const sees = can(role, "history.view");
  const commands = useMemo((): Command[] => {
    if (!sees) return [];
    const group = shell("group.page");
    const redo = { group, label: t("keys.redo"), run: () => void step("redo") };
    return [
      { id: "step-undo", group, label: t("keys.undo"), keys: "mod+z", run: () => void step("undo") },
      { id: "step-redo", keys: "mod+shift+z", ...redo },
      { id: "step-redo-y", keys: "mod+y", keysOnly: true, ...redo },
    ];
  }, [sees, shell, t, step]);
  useCommands(commands, "frame");
}

/** Says which step cannot be taken, and why, with a way on to the one before it. */
function useSayCannot(): (direction: Direction, cannot: Cannot, before: () => void) => void {
  const t = useTranslations("history");
  const sentence = useSentence();
  const errorText = useErrorText();
  return useCallback(
    (direction, { row, error }, before) => {
      const did = row ? sentence(row) : t("somethingDone");
      toast({
        kind: error ? "error" : "info",
        message: error
          ? `${errorText(error).message} ${t("past")}`
          : t(direction === "undo" ? "cannotTakeBack" : "cannotDoAgain", { did }),
        action: { label: t("stepBefore"), run: before },
      });
    },
    [t, sentence, errorText],
  );
}
