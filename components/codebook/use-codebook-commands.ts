"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Command, useCommands } from "@/components/shell/commands";
import { toast } from "@/components/ui/toast";
import type { Codebook } from "@/lib/schemas/codebook-views";
import { useUndo } from "./use-undo";

/** Undo and redo by key: one's own last change, and one's own last taking back. */
export function useCodebookCommands({ mayEdit, changes }: Codebook): void {
  const t = useTranslations("codebook");
  const undo = useUndo();
  const commands = useMemo((): Command[] => {
    if (!mayEdit) return [];
    const standing = changes.filter((change) => change.own && !change.undone);
    const take = (id: string | undefined) => () =>
      id === undefined ? toast({ kind: "info", message: t("nothingToUndo") }) : undo(id);
    const done = standing.find(({ kind }) => kind !== "code.undo");
    // Done again only where nothing has been done since it was taken back.
    const undone = standing[0]?.kind === "code.undo" ? standing[0] : undefined;
    const group = t("title");
    const redo = { group, label: t("redoCommand"), run: take(undone?.id) };
    return [
      { id: "codebook-undo", group, label: t("undoCommand"), keys: "mod+z", run: take(done?.id) },
      { id: "codebook-redo", keys: "mod+shift+z", ...redo },
      { id: "codebook-redo-y", keys: "mod+y", keysOnly: true, ...redo },
    ];
  }, [t, mayEdit, changes, undo]);
  useCommands(commands);
}
