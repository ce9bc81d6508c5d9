"use client";

import { useTranslations } from "use-intl";
import { useAction } from "@/components/ui/use-action";
import { useToastError } from "@/components/ui/use-toast-error";
import { buildTree, childrenOf, type Place, placed } from "@/lib/domain/codebook";
import type { Codebook } from "@/lib/schemas/codebook-views";
import { moveCode } from "@/lib/server/codebook/actions";
import { useChanged } from "./use-undo";

/** Where a code has come to stand, in words. */
export function usePlaceWords(codebook: Codebook): (place: Place) => string {
  const t = useTranslations("codebook");
  return (place) => {
    const before = buildTree(codebook.codes.filter((code) => !code.retired || code.id === place.codeId));
    const after = buildTree(placed(before, place));
    const siblings = childrenOf(after, place.parentId);
    const parent = place.parentId === null ? undefined : after.byId.get(place.parentId);
    return t("movedTo", {
      name: after.byId.get(place.codeId)?.name ?? "",
      parent: parent ? "one" : "none",
      parentName: parent?.name ?? "",
      at: siblings.findIndex(({ id }) => id === place.codeId) + 1,
      of: siblings.length,
    });
  };
}

/** Puts a code elsewhere among its siblings, which needs no reason. */
export function useMoveCode(codebook: Codebook): (place: Place) => void {
  const words = usePlaceWords(codebook);
  const changed = useChanged();
  const move = async (place: Place) => {
    const eventId = crypto.randomUUID();
    const result = await moveCode({ eventId, ...place, reason: "" });
    return result.ok ? { ok: true as const, value: { place, eventId } } : result;
  };
  const { run } = useAction(move, {
    onFailed: useToastError(),
    onDone: ({ place, eventId }) => changed(words(place), eventId),
  });
  return run;
}
