"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useDesk } from "@/components/memos/desk";
import { type Command, useCommands } from "@/components/shell/commands";
import { useAudioCommands } from "./audio/audio-commands";
import { useSession } from "./context";
import { useGestureCommands } from "./gesture-commands";
import { applyCodes, redo, removeSegment, stepSegment, target, undo } from "./model/commands";
import { openFind } from "./model/find";
import { nudge } from "./model/nudge";
import type { ReaderSession } from "./model/session";
import { useSelected, useSignal } from "./model/signal";

/**
 * The keys of the reader, and the same commands in the palette. Shows nothing, and is a component of its own
 * so that nothing else is rendered anew when what they can be used on changes.
 */
export function ReaderCommands(): null {
  const t = useTranslations("reader");
  const memos = useTranslations("memos");
  const session = useSession();
  const desk = useDesk();
  const commands = useMemo((): Command[] => {
    const group = t("keys.group");
    const command = (
      id: string,
      keys: string,
      label: string,
      run: () => void,
      more: Partial<Command> = {},
    ): Command => ({
      id: `reader-${id}`,
      group,
      keys,
      label,
      run,
      ...more,
    });
    const reading = [
      command("next", "j", t("keys.next"), () => stepSegment(session, 1)),
      command("previous", "k", t("keys.previous"), () => stepSegment(session, -1)),
      command("next-alt", "alt+arrowdown", t("keys.next"), () => stepSegment(session, 1), { keysOnly: true }),
      command("previous-alt", "alt+arrowup", t("keys.previous"), () => stepSegment(session, -1), {
        keysOnly: true,
      }),
      command("find", "/", t("keys.find"), () => openFind(session)),
      command("text", "t", t("keys.text"), () => session.text.current?.focus()),
      command("clear", "escape", t("keys.clear"), () => clear(session), { keysOnly: true }),
    ];
    if (desk) reading.push(command("memos", "m", memos("keys.here"), () => openMemos(session, desk)));
    if (!session.frame.mayCode) return reading;
    const pick = () => target(session) && session.picker.set(true);
    return [
      ...reading,
      command("code", "c", t("keys.code"), pick),
      command("undo", "mod+z", t("keys.undo"), () => undo(session)),
      command("redo", "mod+shift+z", t("keys.redo"), () => redo(session)),
      command("redo-y", "mod+y", t("keys.redo"), () => redo(session), { keysOnly: true }),
      command("remove", "delete", t("keys.remove"), () => removeSegment(session)),
      command("start-left", "[", t("keys.startLeft"), () => nudge(session, "start", -1), { keysOnly: true }),
      command("start-right", "]", t("keys.startRight"), () => nudge(session, "start", 1), { keysOnly: true }),
      command("end-left", "{", t("keys.endLeft"), () => nudge(session, "end", -1), { keysOnly: true }),
      command("end-right", "}", t("keys.endRight"), () => nudge(session, "end", 1), { keysOnly: true }),
    ];
  }, [t, memos, session, desk]);
  useCommands(commands);
  useGestureCommands();
  useAudioCommands();
  useCodeCommands();
  return null;
}

/** Of the segment at hand, else of the transcript. */
function openMemos(session: ReaderSession, desk: NonNullable<ReturnType<typeof useDesk>>): void {
  const { id, title } = session.frame.transcript;
  const chosen = session.chosen.get();
  const target = chosen ? { about: "segment" as const, id: chosen } : { about: "transcript" as const, id };
  desk.open({ target, label: title });
}

/** While there is something to code: each code by its key and in the palette. Given last, so that these keys win. */
function useCodeCommands(): void {
  const t = useTranslations("reader");
  const session = useSession();
  const selecting = useSelected(session.selection, (range) => range !== null);
  const choosing = useSelected(session.chosen, (id) => id !== null);
  const tree = useSignal(session.codebook);
  const ready = session.frame.mayCode && (selecting || choosing);
  const commands = useMemo((): Command[] => {
    if (!ready) return [];
    return [...tree.byId.values()]
      .filter((code) => !code.retired)
      .map((code) => ({
        id: `reader-code-${code.id}`,
        group: t("keys.codesGroup"),
        label: t("keys.codeWith", { name: code.name }),
        keys: code.shortcut ?? undefined,
        hue: code.hue,
        run: () => void applyCodes(session, [code.id]),
      }));
  }, [t, session, tree, ready]);
  useCommands(commands);
}

function clear(session: ReaderSession): void {
  const held = session.chosen.get() !== null || session.selection.get() !== null;
  session.chosen.set(null);
  session.selection.set(null);
  document.getSelection()?.collapseToEnd();
  if (!held) session.filter.update((now) => ({ ...now, codeIds: null }));
}
