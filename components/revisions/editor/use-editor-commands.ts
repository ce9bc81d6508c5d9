"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Command, useCommands } from "@/components/shell/commands";
import type { Step } from "./state";

/** The ways back and forward by keys, outside of the words, which take these keys themselves; and in the palette. */
export function useEditorCommands(act: (step: Step) => void): void {
  const t = useTranslations("revisions");
  const commands = useMemo((): Command[] => {
    const group = t("nav.edit");
    const command = (id: string, keys: string, label: string, kind: "undo" | "redo"): Command => ({
      ...{ id: `correct-${id}`, group, keys, label },
      run: () => act({ kind }),
    });
    return [
      command("undo", "mod+z", t("edit.undo"), "undo"),
      command("redo", "mod+shift+z", t("edit.redo"), "redo"),
      { ...command("redo-y", "mod+y", t("edit.redo"), "redo"), keysOnly: true },
    ];
  }, [t, act]);
  useCommands(commands);
}
