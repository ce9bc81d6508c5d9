"use client";

import { Rows2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useBeside } from "./use-beside";

/** Shows the other language beside the transcript, or under its turns where there is no room, or takes it away; part of the switch of languages. */
export function BesideSwitch() {
  const t = useTranslations("pairs");
  const { beside, setBeside } = useBeside();
  return (
    <button
      type="button"
      aria-pressed={beside}
      title={t("sideBySide")}
      className="hover:text-ink aria-pressed:bg-accent-tint aria-pressed:font-semibold aria-pressed:text-accent"
      onClick={() => setBeside(!beside)}
    >
      <span className="max-pane:sr-only">{t("sideBySide")}</span>
      <Rows2 aria-hidden className="size-4 pane:hidden" />
    </button>
  );
}
