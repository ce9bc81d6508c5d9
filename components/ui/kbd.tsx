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

/** Keys as they stand on the keyboard. `keys` is as in a command: "mod+k", "?", or "g c" for one after the other. */
export function Kbd({ keys, inverse }: { keys: string; inverse?: boolean }) {
  const t = useTranslations("shell.shortcuts");
  const apple = useApple();
  return (
    <span className="inline-flex items-center gap-1">
      {keys.split(" ").map((stroke, at, strokes) => (
        <span key={strokes.slice(at).join(" ")} className="inline-flex items-center gap-1">
          {at > 0 && <span className="text-xs opacity-70">{t("nextKey")}</span>}
          <kbd
            className={cx(
              "inline-flex min-h-5 min-w-5 items-center justify-center rounded-sm border px-1 font-mono text-xs",
              inverse ? "border-paper/40" : "border-line bg-raised text-soft shadow-card",
            )}
          >
            {stroke.length === 1
              ? stroke
              : stroke
                  .split("+")
                  .map((part) => nameOf(part, apple))
                  .join(" ")}
          </kbd>
        </span>
      ))}
    </span>
  );
}
