"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useAgeOut } from "@/components/drafts/use-age-out";
import { useForgetErased } from "@/components/erasure/use-forget-erased";
import { Coming } from "./coming/coming";
import { CommandPalette } from "./command-palette";
import { KeyListener } from "./key-listener";
import { ShortcutsSheet } from "./shortcuts-sheet";
import { useShellCommands } from "./use-shell-commands";

/** What lies around every page for those signed in. A page with panes is as high as the window; others scroll. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  useShellCommands();
  useAgeOut();
  useForgetErased();
  return (
    <div className="flex min-h-dvh flex-col has-data-split-pane:h-dvh">
      <a
        href="#content"
        className="sr-only rounded-md border border-line bg-raised px-3 py-2 shadow-float focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        {t("skip")}
      </a>
      {children}
      <KeyListener />
      <CommandPalette />
      <ShortcutsSheet />
    </div>
  );
}

/** The page itself, where the skip link leads. */
export function Content({ children }: { children: ReactNode }) {
  return (
    <main id="content" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
      {children}
      <Coming />
    </main>
  );
}
