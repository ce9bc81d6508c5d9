import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { createTranslator } from "use-intl/core";
import { type Feature, isLocale, type Locale, messagesFor } from "@/lib/messages";
import { formats } from "@/lib/messages/formats";
import { negotiate } from "@/lib/messages/negotiate";

/** The language of this request: the person's choice, else what their browser asks for. */
export const currentLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get("locale")?.value;
  if (isLocale(chosen)) return chosen;
  return negotiate((await headers()).get("accept-language") ?? "");
});

/** One time zone for server and browser, so that a moment reads the same before and after hydration. */
export function serverTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The words of a feature, for server components; client components call `useTranslations`. */
export async function translator<F extends Feature>(feature: F) {
  const locale = await currentLocale();
  return createTranslator({
    locale,
    messages: messagesFor(locale),
    namespace: feature,
    formats,
    timeZone: serverTimeZone(),
  });
}
