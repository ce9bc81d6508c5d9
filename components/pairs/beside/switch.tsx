"use client";

import { useTranslations } from "use-intl";
import { useBeside } from "./use-beside";

/** Shows the other language beside the transcript, or takes it away; part of the switch of languages. */
export function BesideSwitch() {
  const t = useTranslations("pairs");
  const { beside, setBeside } = useBeside();
  return (
    <button
      type="button"
      aria-pressed={beside}
      className="hover:text-ink aria-pressed:bg-accent-tint aria-pressed:font-semibold aria-pressed:text-accent max-pane:hidden"
      onClick={() => setBeside(!beside)}
    >
      {t("sideBySide")}
    </button>
  );
}
