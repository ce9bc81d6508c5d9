"use client";

import { useTranslations } from "use-intl";
import { useAction } from "@/components/ui/use-action";
import { useSaved } from "@/components/ui/use-saved";
import { useToastError } from "@/components/ui/use-toast-error";
import type { Codebook } from "@/lib/schemas/codebook";
import { moveCode } from "@/lib/server/codebook/actions";
import type { Place } from "./steps";

/** Puts a code elsewhere among its siblings, which needs no reason. */
export function useMoveCode(codebook: Codebook): (place: Place) => void {
  const t = useTranslations("codebook");
  const saved = useSaved();
  const move = async (place: Place) => {
    const result = await moveCode({ eventId: crypto.randomUUID(), ...place, reason: "" });
    return result.ok ? { ...result, value: place.codeId } : result;
  };
  const { run } = useAction(move, {
    onFailed: useToastError(),
    onDone: (id) => saved(t("moved", { name: codebook.codes.find((code) => code.id === id)?.name ?? "" })),
  });
  return run;
}
