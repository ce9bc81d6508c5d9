"use client";

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { Toaster } from "@/components/ui/toaster";
import { TooltipProvider } from "@/components/ui/tooltip";
import { type Locale, messagesFor } from "@/lib/messages";
import { formats } from "@/lib/messages/formats";
import { JapaneseFaces } from "./japanese-faces";

/**
 * The catalogue comes with the scripts, which the browser keeps, and not with each page. Relative
 * times need no `now`: whoever shows one renders it after mounting.
 */
export function Providers(props: { locale: Locale; timeZone: string; children: ReactNode }) {
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
        <JapaneseFaces />
      </TooltipProvider>
    </IntlProvider>
  );
}
