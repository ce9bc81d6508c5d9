"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Command, useCommands } from "@/components/shell/commands";
import { useSession } from "./context";
import { applyAgain, startSwap } from "./model/commands";
import { mergeOn, splitAtCaret } from "./model/reshape";
import { grow, shrink, stepSentence } from "./model/select";
import { stepHere, stepSameCode, stepSameCoder } from "./model/stepping";
import { useInVivo } from "./use-in-vivo";

/** Keys that the text answers itself while it has the focus. */
const IN_TEXT = [
  ["character", "shift+arrowright"],
  ["word", "mod+shift+arrowright"],
  ["line", "shift+arrowdown"],
  ["paragraph", "mod+shift+arrowdown"],
  ["wholeLine", "shift+end"],
] as const;

/**
 * The keys by which words are selected, coded and looked through, and those that give segments another form. All
 * are signs: letters and digits are for the codes' own keys.
 */
export function useGestureCommands(): void {
  const t = useTranslations("gestures.keys");
  const session = useSession();
  const codeInVivo = useInVivo();
  const commands = useMemo((): Command[] => {
    const command = (
      group: string,
      id: string,
      keys: string,
      label: string,
      run: () => void,
      more: Partial<Command> = {},
    ): Command => ({ id: `reader-${id}`, group, keys, label, run, ...more });
    const selecting = t("selecting");
    const looking = t("looking");
    const coding = t("coding");
    const keysOnly = { keysOnly: true };
    const reading = [
      ...IN_TEXT.map(([unit, keys]) =>
        command(selecting, `extend-${unit}`, keys, t(`extend.${unit}`), () => {}, {
          keysOnly: true,
          listedOnly: true,
        }),
      ),
      command(selecting, "sentence", ".", t("sentence"), () => stepSentence(session, 1), keysOnly),
      command(selecting, "sentence-back", ",", t("sentenceBack"), () => stepSentence(session, -1), keysOnly),
      command(selecting, "grow", "+", t("grow"), () => grow(session), keysOnly),
      command(selecting, "grow-alt", "=", t("grow"), () => grow(session), keysOnly),
      command(selecting, "shrink", "-", t("shrink"), () => shrink(session), keysOnly),
      command(looking, "here", "@", t("here"), () => session.listing.set(true)),
      command(looking, "next-here", ">", t("nextHere"), () => stepHere(session, 1), keysOnly),
      command(looking, "previous-here", "<", t("previousHere"), () => stepHere(session, -1), keysOnly),
      command(looking, "next-of-code", ")", t("nextOfCode"), () => stepSameCode(session, 1), keysOnly),
      command(
        looking,
        "previous-of-code",
        "(",
        t("previousOfCode"),
        () => stepSameCode(session, -1),
        keysOnly,
      ),
      command(
        ...([looking, "next-of-coder", "alt+shift+arrowdown", t("nextOfCoder")] as const),
        ...([() => stepSameCoder(session, 1), keysOnly] as const),
      ),
      command(
        ...([looking, "previous-of-coder", "alt+shift+arrowup", t("previousOfCoder")] as const),
        ...([() => stepSameCoder(session, -1), keysOnly] as const),
      ),
    ];
    if (!session.frame.mayCode) return reading;
    return [
      ...reading,
      command(coding, "again", ";", t("again"), () => void applyAgain(session)),
      ...(session.frame.mayEditCodebook
        ? [command(coding, "in-vivo", ":", t("inVivo"), () => void codeInVivo())]
        : []),
      command(coding, "recode", "!", t("recode"), () => startSwap(session, session.chosen.get())),
      command(coding, "split", "|", t("split"), () => void splitAtCaret(session)),
      command(coding, "merge", "&", t("merge"), () => void mergeOn(session)),
    ];
  }, [t, session, codeInVivo]);
  useCommands(commands);
}
