"use client";

import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { cx } from "./cx";

const NAMES: Record<string, string> = {
  shift: "⇧",
  enter: "↵",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  backspace: "⌫",
  delete: "Del",
  space: "␣",
  contextmenu: "☰",
};

/** What a screen reader may pass over, or call by another name, is said in words. */
const SPOKEN = {
  ",": "comma",
  ".": "period",
  "/": "slash",
  "?": "question",
  ";": "semicolon",
  ":": "colon",
  "!": "exclamation",
  "&": "ampersand",
  "@": "at",
  "|": "bar",
  "+": "plus",
  "-": "minus",
  "=": "equals",
  "<": "less",
  ">": "greater",
  "(": "openParenthesis",
  ")": "closeParenthesis",
  "[": "openBracket",
  "]": "closeBracket",
  "{": "openBrace",
  "}": "closeBrace",
  shift: "shift",
  enter: "enter",
  escape: "escape",
  delete: "delete",
  backspace: "backspace",
  space: "space",
  contextmenu: "contextmenu",
  arrowup: "arrowup",
  arrowdown: "arrowdown",
  arrowleft: "arrowleft",
  arrowright: "arrowright",
} as const;

const never = () => () => undefined;

/** Whether this is an Apple keyboard; the server cannot know and says no. */
function useApple(): boolean {
  return useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  );
}

function nameOf(part: string, apple: boolean): string {
  if (part === "mod") return apple ? "⌘" : "Ctrl";
  if (part === "alt") return apple ? "⌥" : "Alt";
  return NAMES[part] ?? part.charAt(0).toUpperCase() + part.slice(1);
}

/** The keys of a stroke: a sign alone may be "+", which else joins them. */
const partsOf = (stroke: string) => (stroke.length === 1 ? [stroke] : stroke.split("+"));

/**
 * Keys as they stand on the keyboard, and in words for those who listen. `keys` is as in a command: "mod+k", "?",
 * or "g c" for one after the other.
 */
export function Kbd({ keys, inverse }: { keys: string; inverse?: boolean }) {
  const t = useTranslations("shell.shortcuts");
  const apple = useApple();
  const spoken = (part: string) => {
    if (part === "mod") return t(apple ? "spoken.command" : "spoken.mod");
    if (part === "alt") return t(apple ? "spoken.option" : "spoken.alt");
    const word = SPOKEN[part as keyof typeof SPOKEN];
    return word ? t(`spoken.${word}`) : part;
  };
  return (
    <span className="inline-flex items-center gap-1">
      {keys.split(" ").map((stroke, at, strokes) => (
        <span key={strokes.slice(at).join(" ")} className="inline-flex items-center gap-1">
          {at > 0 && <span className="text-xs opacity-70">{t("nextKey")}</span>}
          <span className="sr-only">{partsOf(stroke).map(spoken).join(" ")}</span>
          <kbd
            aria-hidden
            className={cx(
              "inline-flex min-h-5 min-w-5 items-center justify-center rounded-sm border px-1 font-mono text-xs",
              inverse ? "border-paper/40" : "border-line bg-raised text-soft shadow-card",
            )}
          >
            {stroke.length === 1
              ? stroke
              : partsOf(stroke)
                  .map((part) => nameOf(part, apple))
                  .join(" ")}
          </kbd>
        </span>
      ))}
    </span>
  );
}
