"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { type PaneName, SplitPane } from "@/components/ui/split-pane";
import { CodePane } from "./codebook/code-pane";
import { useSession } from "./context";
import { FindBar } from "./find/find-bar";
import { Footer } from "./footer";
import { LiveRegion } from "./live-region";
import { SegmentPane } from "./segment/segment-pane";
import { TextPane } from "./text/text-pane";
import { useDeepLink } from "./use-deep-link";
import { useReaderCommands } from "./use-reader-commands";

/** The three panes, the search and the footer, once the text is there. */
export function Workspace() {
  const t = useTranslations("reader");
  const { text } = useSession();
  const [pane, setPane] = useState<PaneName>("main");
  useReaderCommands();
  useDeepLink();
  useEffect(() => {
    // Coming back to the text on a narrow screen, one goes on with the keys where one was.
    if (pane === "main") text.current?.focus();
  }, [pane, text]);
  return (
    <>
      <SplitPane
        pane={pane}
        onPane={setPane}
        left={{ label: t("codebook"), content: <CodePane /> }}
        main={{
          label: t("textPane"),
          content: (
            <div className="flex h-full min-h-0 flex-col">
              <FindBar />
              <TextPane />
            </div>
          ),
        }}
        right={{ label: t("segment"), content: <SegmentPane /> }}
      />
      <Footer />
      <LiveRegion />
    </>
  );
}
