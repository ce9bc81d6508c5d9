"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Command, useCommands } from "@/components/shell/commands";
import { useSession } from "../context";
import { useSignal } from "../model/signal";
import { hearHere } from "./hear";

/** The keys that foot pedals send, while there is a recording. They work while one writes a memo, too. */
export function useAudioCommands(): void {
  const t = useTranslations("reading.keys");
  const session = useSession();
  const there = useHears();
  const commands = useMemo((): Command[] => {
    const { player } = session;
    if (!there) return [];
    const command = (id: string, keys: string, label: string, run: () => void): Command => ({
      ...{ id: `audio-${id}`, group: t("group"), keys, label, run, inFields: true },
    });
    return [
      command("play", "f9", t("play"), () => player.toggle()),
      command("here", "f8", t("here"), () => hearHere(session)),
      command("back", "f4", t("back"), () => player.step(-1)),
      command("forward", "f2", t("forward"), () => player.step(1)),
      command("slower", "shift+f4", t("slower"), () => player.turnSpeed(-1)),
      command("faster", "shift+f2", t("faster"), () => player.turnSpeed(1)),
    ];
  }, [t, session, there]);
  useCommands(commands);
}

/** Whether there is a recording that the person may play. */
export function useHears(): boolean {
  const { player } = useSession();
  useSignal(player.recording);
  useSignal(player.kept);
  return player.has();
}
