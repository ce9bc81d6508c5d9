"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Command, useCommands } from "@/components/shell/commands";
import { useSession } from "./context";
import { applyCodes } from "./model/commands";
import type { ReaderCode } from "./model/frame";
import { type ReaderSession, say } from "./model/session";
import { useSelected, useSignal } from "./model/signal";

/**
 * Each code by its key, and in the palette while there is something to code: then given last, so that these keys win.
 * Else the keys that nothing else has say what is lacking.
 */
export function useCodeCommands(): void {
  const t = useTranslations("reader.keys");
  const session = useSession();
  const selecting = useSelected(session.selection, (range) => range !== null);
  const choosing = useSelected(session.chosen, (id) => id !== null);
  const tree = useSignal(session.codebook);
  const ready = selecting || choosing;
  const commands = useMemo((): Command[] => {
    if (!session.frame.mayCode) return [];
    return [...tree.byId.values()]
      .filter((code) => !code.retired)
      .map((code) => ({
        id: `reader-code-${code.id}`,
        group: t("codesGroup"),
        label: t("codeWith", { name: code.name }),
        keys: code.shortcut ?? undefined,
        hue: code.hue,
        ...(ready ? { run: () => void applyCodes(session, [code.id]) } : withoutWords(session, code)),
      }));
  }, [t, session, tree, ready]);
  useCommands(commands);
}

/** What a code's key does where nothing is to be coded. */
export function withoutWords(
  session: Pick<ReaderSession, "saying">,
  { name, shortcut }: Pick<ReaderCode, "name" | "shortcut">,
): Pick<Command, "keysOnly" | "givesWay" | "run"> {
  const values = { code: name, key: shortcut?.toUpperCase() ?? "" };
  return { keysOnly: true, givesWay: true, run: () => say(session, "nothingToCode", values) };
}
