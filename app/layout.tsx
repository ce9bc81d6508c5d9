import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/source-serif-4/index.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { readingMarks, readReading, readTheme } from "@/components/shell/preferences";
import { Providers } from "@/components/shell/providers";
import { currentLocale, serverTimeZone, translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("shell");
  return {
    title: { default: "Kikitori 聞き取り", template: "%s · Kikitori" },
    description: t("about"),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#191a1c" },
  ],
};

/** The theme, and how transcripts are set, are on <html> from the first byte, so that no page flashes in another one. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await currentLocale();
  const kept = await cookies();
  const theme = readTheme(kept.get("theme")?.value);
  const reading = readingMarks(readReading(kept.get("reading")?.value));
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme} {...reading}>
      <body>
        <Providers locale={locale} timeZone={serverTimeZone()}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
