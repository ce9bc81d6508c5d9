"use client";

import { useTranslations } from "use-intl";
import { Beside } from "@/components/pairs/beside/beside";
import { SplitPane } from "@/components/ui/split-pane";
import { AudioBar } from "./audio/audio-bar";
import { SendingBar } from "./audio/sending-bar";
import { CodePane } from "./codebook/code-pane";
import { DraggedCode } from "./codebook/dragged-code";
import { useSession } from "./context";
import { FindBar } from "./find/find-bar";
import { Footer } from "./footer";
import { HideWords } from "./hide-words";
import { LiveRegion } from "./live-region";
import { useSignal } from "./model/signal";
import { PutUnder } from "./put-under";
import { ReaderCommands } from "./reader-commands";
import { usePlace } from "./reading/use-place";
import { useRecent } from "./reading/use-recent";
import { useRefold } from "./reading/use-refold";
import { SegmentPane } from "./segment/segment-pane";
import { UniteOffer } from "./segment/unite-offer";
import { TextPane } from "./text/text-pane";
import { useDeepLink } from "./use-deep-link";

/** The three panes, the search and the footer, once the text is there. */
export function Workspace({ assignment }: { assignment: React.ReactNode }) {
  const t = useTranslations("reader");
  const session = useSession();
  const pane = useSignal(session.pane);
  useDeepLink();
  usePlace();
  useRecent();
  useRefold();
  return (
    <>
      <SplitPane
        pane={pane}
        onPane={session.pane.set}
        left={{ label: t("codebook"), content: <CodePane /> }}
        main={{
          label: t("textPane"),
          content: (
            <div className="flex h-full min-h-0 flex-col">
              <FindBar />
              <Beside>
                <TextPane />
              </Beside>
              <UniteOffer />
              <AudioBar />
              <SendingBar />
            </div>
          ),
        }}
        right={{ label: t("segment"), content: <SegmentPane /> }}
      />
      {assignment}
      <Footer />
      <LiveRegion />
      <ReaderCommands />
      <HideWords />
      <DraggedCode />
      <PutUnder />
    </>
  );
}
