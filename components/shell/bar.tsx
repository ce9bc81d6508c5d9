"use client";

import { CircleHelp, Search } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import type { ShellAccount } from "@/lib/schemas/shell";
import { AccountMenu } from "./account-menu";
import { Brand } from "./brand";
import { LanguageSwitch } from "./language-switch";
import { layers } from "./layers";
import { ThemeMenu } from "./theme-menu";

interface BarProps extends Pick<ShellAccount, "user"> {
  /** Stands before the brand: the menu button of narrow screens. */
  before?: ReactNode;
  /** Stands before one's own account: who else is there. */
  beside?: ReactNode;
  /** What the page belongs to, after the brand. */
  children?: ReactNode;
}

/** The top bar of every page: where one is, finding, language, theme, account. */
export function Bar({ user, before, beside, children }: BarProps) {
  const t = useTranslations("shell");
  return (
    <header className="sticky top-0 z-30 flex print:hidden [@media(max-height:24rem)]:static min-h-13 items-center gap-3 border-line border-b bg-paper px-3 sm:px-5">
      {before}
      <Brand />
      {children}
      <div className="ml-auto flex shrink-0 items-center gap-1.5">
        <button
          type="button"
          title={t("palette.open")}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => layers.open("palette")}
          className="inline-flex h-8 items-center gap-2 rounded-md border border-line bg-raised px-2 text-faint text-sm hover:text-ink max-pane:border-transparent max-pane:bg-transparent"
        >
          <Search aria-hidden className="size-4" />
          <span className="max-pane:sr-only">{t("palette.short")}</span>
          <span aria-hidden className="max-pane:hidden">
            <Kbd keys="mod+k" />
          </span>
        </button>
        <span className="max-pane:hidden">
          <LanguageSwitch />
        </span>
        <span className="max-pane:hidden">
          <ThemeMenu />
        </span>
        <span className="max-pane:hidden">
          <IconButton
            label={t("shortcuts.open")}
            keys="?"
            icon={<CircleHelp aria-hidden />}
            onClick={() => layers.open("shortcuts")}
          />
        </span>
        {beside}
        <AccountMenu user={user} />
      </div>
    </header>
  );
}
