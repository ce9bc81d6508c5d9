import type { ReactNode } from "react";
import { Brand } from "@/components/shell/brand";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { ThemeMenu } from "@/components/shell/theme-menu";

/** The frame of pages for people who are not signed in: one column, and how to read it in one's language. */
export function AuthFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col bg-panel">
      <header className="flex min-h-13 items-center justify-between gap-3 px-4 sm:px-6">
        <Brand />
        <div className="flex items-center gap-1.5">
          <LanguageSwitch />
          <ThemeMenu />
        </div>
      </header>
      <main className="mx-auto grid w-full max-w-md flex-1 content-start gap-4 px-4 py-8 sm:py-16">
        {children}
      </main>
    </div>
  );
}
