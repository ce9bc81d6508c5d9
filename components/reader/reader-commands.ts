"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useDesk } from "@/components/memos/desk";
import { type Command, useCommands } from "@/components/shell/commands";
import { useAudioCommands } from "./audio/audio-commands";
import { useCodeCommands } from "./code-commands";
import { useSession } from "./context";
import { type ActName, ANSWERED_THERE, KEYS } from "./keys";
import { useActs } from "./use-acts";

/** In the order of the sheet of shortcuts. Those for the keys alone are not in the palette. */
const READING = { palette: ["next", "previous", "find", "text", "segment"], keysOnly: ["clear"] } as const;
const CODING = {
  palette: ["code", "undo", "redo", "remove"],
  keysOnly: ["startLeft", "startRight", "endLeft", "endRight"],
} as const;
const SELECTING = { palette: [], keysOnly: ["sentence", "sentenceBack", "grow", "shrink"] } as const;
const LOOKING = {
  palette: ["here"],
  keysOnly: ["nextHere", "previousHere", "nextOfCode", "previousOfCode", "nextOfCoder", "previousOfCoder"],
} as const;
const RESHAPING = ["recode", "split", "merge"] as const;

/**
 * The keys of the reader, and the same commands in the palette. Shows nothing, and is a component of its own
 * so that nothing else is rendered anew when what they can be used on changes.
 */
export function ReaderCommands(): null {
  const t = useTranslations("reader.keys");
  const gestures = useTranslations("gestures.keys");
  const { mayCode, mayEditCodebook } = useSession().frame;
  const acts = useActs();
  const hasDesk = useDesk() !== null;
  const commands = useMemo((): Command[] => {
    const commandsOf = (group: string, names: readonly ActName[], keysOnly = false): Command[] =>
      names.flatMap((name) =>
        KEYS[name].map((keys, at) => ({
          ...{ id: `reader-${name}-${at}`, group, keys, ...acts[name] },
          ...{ keysOnly: keysOnly || at > 0 },
        })),
      );
    const all = (group: string, of: { palette: readonly ActName[]; keysOnly: readonly ActName[] }) => [
      ...commandsOf(group, of.palette),
      ...commandsOf(group, of.keysOnly, true),
    ];
    const { menu, ...extending } = ANSWERED_THERE;
    const there = (group: string, label: string, strokes: readonly string[]): Command[] =>
      strokes.map((keys) => ({
        ...{ id: `reader-there-${keys}`, group, label, keys, run: () => {} },
        ...{ keysOnly: true, listedOnly: true },
      }));
    const units = Object.entries(extending) as [keyof typeof extending, readonly string[]][];
    const group = t("group");
    return [
      ...all(group, READING),
      ...(hasDesk ? commandsOf(group, ["memos"]) : []),
      ...(mayCode ? all(group, CODING) : []),
      ...units.flatMap(([unit, keys]) => there(gestures("selecting"), gestures(`extend.${unit}`), keys)),
      ...all(gestures("selecting"), SELECTING),
      ...all(gestures("looking"), LOOKING),
      ...there(gestures("looking"), gestures("menu"), menu),
      ...(mayCode ? commandsOf(gestures("coding"), ["again"]) : []),
      ...(mayCode && mayEditCodebook ? commandsOf(gestures("coding"), ["inVivo"]) : []),
      ...(mayCode ? commandsOf(gestures("coding"), RESHAPING) : []),
    ];
  }, [t, gestures, acts, hasDesk, mayCode, mayEditCodebook]);
  useCommands(commands);
  useAudioCommands();
  useCodeCommands();
  return null;
}
