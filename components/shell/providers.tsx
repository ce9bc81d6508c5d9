"use client";

import { type ReactNode, useEffect } from "react";
import { IntlProvider } from "use-intl";
import { Announcer } from "@/components/ui/announcer";
import { Toaster } from "@/components/ui/toaster";
import { TooltipProvider } from "@/components/ui/tooltip";
import { giveBackTypedEarly } from "@/components/ui/typed-early";
import { type Locale, messagesFor } from "@/lib/messages";
import { formats } from "@/lib/messages/formats";
import { JapaneseFaces } from "./japanese-faces";

/**
 * The catalogue comes with the scripts, which the browser keeps, and not with each page. Relative
 * times need no `now`: whoever shows one renders it after mounting.
 */
export function Providers(props: { locale: Locale; timeZone: string; children: ReactNode }) {
  useEffect(() => {
    // After what the page itself does to its fields as it comes alive.
    const soon = setTimeout(giveBackTypedEarly);
    return () => clearTimeout(soon);
  }, []);
  return (
    <IntlProvider
      locale={props.locale}
      timeZone={props.timeZone}
      messages={messagesFor(props.locale)}
      formats={formats}
    >
      <TooltipProvider>
        {props.children}
        <Toaster />
        <Announcer />
        <JapaneseFaces />
      </TooltipProvider>
    </IntlProvider>
  );
}
