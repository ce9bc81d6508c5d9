"use client";

import "./globals.css";
import { useSyncExternalStore } from "react";
import { IntlProvider } from "use-intl";
import { DeadEnd } from "@/components/shell/dead-end";
import { readCookie, readTheme } from "@/components/shell/preferences";
import { isLocale, type Locale, messagesFor } from "@/lib/messages";

const never = () => () => undefined;

function chosenLocale(): Locale {
  const chosen = readCookie("locale");
  return isLocale(chosen) ? chosen : navigator.language.startsWith("ja") ? "ja" : "en";
}

/** Stands in for the whole document when the root layout itself fails, so it brings everything it needs. */
export default function GlobalError(props: { error: Error & { digest?: string }; retry: () => void }) {
  const locale = useSyncExternalStore(never, chosenLocale, () => "en" as const);
  const theme = useSyncExternalStore(
    never,
    () => readTheme(readCookie("theme")),
    () => "system" as const,
  );
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <IntlProvider locale={locale} timeZone="UTC" messages={messagesFor(locale)}>
          <DeadEnd kind="broken" digest={props.error.digest} onRetry={props.retry} />
        </IntlProvider>
      </body>
    </html>
  );
}
