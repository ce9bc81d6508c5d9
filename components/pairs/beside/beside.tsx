"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl";
import { useSession } from "@/components/reader/context";
import { BesidePane } from "./beside-pane";
import { EchoProvider } from "./echo";
import { codesByAlign } from "./follow";
import { UnderProvider } from "./under";
import { useBeside } from "./use-beside";
import { useOther } from "./use-other";

/** The transcript, and beside it the other half of its pair where the person wants it; under each turn where the window has no room. */
export function Beside({ children }: { children: ReactNode }) {
  const t = useTranslations("pairs");
  const { pair } = useSession().frame;
  const { beside } = useBeside();
  const { half, failed } = useOther(beside && pair ? pair.id : null);
  const echo = useMemo(
    () => half && { language: half.text.language, codes: codesByAlign(half.text, half.segments) },
    [half],
  );
  const shown = beside && half ? half : null;
  return (
    <EchoProvider value={shown ? echo : null}>
      <div className="flex min-h-0 flex-1">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <UnderProvider text={shown?.text ?? null}>{children}</UnderProvider>
        </div>
        {beside && pair && (
          <div className="flex min-h-0 min-w-0 flex-1 flex-col max-pane:hidden">
            {shown && <BesidePane half={shown} />}
            {!shown && (
              <p role="status" className="p-4 text-soft">
                {t(failed ? "otherFailed" : "otherLoading")}
              </p>
            )}
          </div>
        )}
      </div>
    </EchoProvider>
  );
}
